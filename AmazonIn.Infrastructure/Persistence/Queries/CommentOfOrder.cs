using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>A comment beside the id of the order that it belongs to.</summary>
internal sealed class CommentOfOrder
{
    public long SalesOrderId { get; init; }

    public required CommentRow Comment { get; init; }
}

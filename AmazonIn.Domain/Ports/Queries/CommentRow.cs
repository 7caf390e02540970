using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A comment on a sales order.</summary>
public sealed record CommentRow(long Id, CommentKind Kind, string Text, string Author, DateTimeOffset At);

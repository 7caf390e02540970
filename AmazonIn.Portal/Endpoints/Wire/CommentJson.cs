using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A remark on a sales order, such as <c>Paid</c>.</summary>
internal sealed record CommentJson(string Text, string Author, DateTimeOffset At)
{
    public static CommentJson Of(CommentRow comment) => new(comment.Text, comment.Author, comment.At);
}

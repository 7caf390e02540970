namespace AmazonIn.Domain.Orders;

/// <summary>A remark on a sales order. Never holds personal data of the buyer.</summary>
public sealed class OrderComment
{
    public const int TextMaxLength = 1000;
    public const int AuthorMaxLength = 256;

    private OrderComment(string text, string author)
    {
        Text = text;
        Author = author;
    }

    public OrderComment(CommentKind kind, string text, string author, DateTimeOffset at)
        : this(text, author)
    {
        Kind = kind;
        At = at;
    }

    public long Id { get; private set; }

    public long SalesOrderId { get; private set; }

    public CommentKind Kind { get; private set; }

    public string Text { get; private set; }

    public string Author { get; private set; }

    public DateTimeOffset At { get; private set; }
}

namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A signed access review.</summary>
internal sealed class SignedReview
{
    public const int ActorNameMaxLength = 100;

    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    public required string ActorId { get; set; }

    public required string ActorName { get; set; }

    public int People { get; set; }

    public int Keys { get; set; }
}

namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A password that a person had, as its hash, so that it is not chosen again.</summary>
internal sealed class OldPassword
{
    public const int HashMaxLength = 500;

    public long Id { get; set; }

    public long UserId { get; set; }

    public required string Hash { get; set; }

    public DateTimeOffset ReplacedAt { get; set; }
}

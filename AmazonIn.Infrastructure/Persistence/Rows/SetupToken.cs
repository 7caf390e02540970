namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A one-time set-up link, known by the SHA-256 of its token.</summary>
internal sealed class SetupToken
{
    public long Id { get; set; }

    public required byte[] Hash { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

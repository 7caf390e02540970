namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A code that stands in once for the authenticator app, known by its hash only.</summary>
internal sealed class RecoveryCode
{
    public long Id { get; set; }

    public long UserId { get; set; }

    public required byte[] Hash { get; set; }

    public DateTimeOffset? UsedAt { get; set; }
}

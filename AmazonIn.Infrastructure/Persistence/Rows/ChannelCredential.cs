namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A channel's refresh token, encrypted by Data Protection for that channel alone (security.md C-21).</summary>
internal sealed class ChannelCredential
{
    public const int TokenMaxLength = 8000;

    public long ChannelId { get; set; }

    public required string ProtectedToken { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

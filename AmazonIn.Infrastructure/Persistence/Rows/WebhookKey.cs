namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A secret of a webhook, encrypted by Data Protection for that webhook alone.</summary>
internal sealed class WebhookKey
{
    public const int SecretMaxLength = 1000;

    public long Id { get; set; }

    public long EndpointId { get; set; }

    public required string ProtectedSecret { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>From when on it signs no more; null while it is the present one.</summary>
    public DateTimeOffset? EndsAt { get; set; }
}

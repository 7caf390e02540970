namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A person's session in one browser.</summary>
internal sealed class PortalSession
{
    public const int IdMaxLength = 32;

    public required string Id { get; set; }

    public long UserId { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset LastActiveAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

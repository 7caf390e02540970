namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>A key for the REST API, known by its hash only.</summary>
internal sealed class ApiKey
{
    public const int HintMaxLength = 16;
    public const int ScopesMaxLength = 500;

    /// <summary>Bytes of a SHA-256.</summary>
    public const int HashLength = 32;

    public long Id { get; set; }

    public required string Name { get; set; }

    public required string Hint { get; set; }

    public required byte[] Hash { get; set; }

    /// <summary>Parted by blanks.</summary>
    public required string Scopes { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>
/// What the key database knows of a master key; the key itself is never there. Exactly one is active: the one that was
/// not superseded.
/// </summary>
internal sealed class MasterKeyVersion
{
    /// <summary>The master key's own id.</summary>
    public required string Id { get; set; }

    /// <summary>The key that knows buyers again, wrapped by this master key. The same under every version.</summary>
    public required byte[] BuyersKey { get; set; }

    /// <summary>How often this key encrypted something at random nonces (security.md C-03).</summary>
    public long Wraps { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Since when nothing new is wrapped under it; null for the active one.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>Since when nothing at all is wrapped under it; null while something may be.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}

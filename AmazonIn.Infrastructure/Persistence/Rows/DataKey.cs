namespace AmazonIn.Infrastructure.Persistence.Rows;

/// <summary>One order's data key, wrapped by the master key. Deleting the row shreds the order's personal data.</summary>
internal sealed class DataKey
{
    /// <summary>Characters of a master key's id.</summary>
    public const int MasterKeyIdLength = 16;

    /// <summary>Version, nonce, key and tag, in bytes.</summary>
    public const int WrappedLength = 1 + 12 + 32 + 16;

    public Guid Id { get; set; }

    public long ChannelId { get; set; }

    public required string AmazonOrderId { get; set; }

    /// <summary>Which master key wraps it, so that keys can be re-wrapped in batches.</summary>
    public required string MasterKeyId { get; set; }

    public required byte[] Wrapped { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

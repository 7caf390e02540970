using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Rows;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Makes data keys, and wraps them under a master key: version, then a <see cref="SealedBox"/>.</summary>
internal sealed class DataKeyWrapping(MasterKeyRing ring) : IDisposable
{
    public const int DataKeyLength = 32;

    private const byte Version = 1;

    private readonly Dictionary<string, SealedBox> _boxes = new(StringComparer.Ordinal);

    /// <summary>A new key as it is stored, and in the clear; the caller clears the latter after use.</summary>
    public (DataKey Row, byte[] DataKey) Make(
        string masterKeyId, long channelId, string amazonOrderId, DateTimeOffset now)
    {
        var dataKey = RandomNumberGenerator.GetBytes(DataKeyLength);
        var row = new DataKey
        {
            // Ordered by time, so that new keys land side by side in the index.
            Id = Guid.CreateVersion7(now),
            ChannelId = channelId,
            AmazonOrderId = amazonOrderId,
            MasterKeyId = masterKeyId,
            Wrapped = [],
            CreatedAt = now,
        };
        row.Wrapped = Wrap(row, dataKey, masterKeyId);
        return (row, dataKey);
    }

    /// <summary>A stored key in the clear; the caller clears it after use.</summary>
    /// <exception cref="CryptographicException">Wrapped under another master key, or changed.</exception>
    /// <exception cref="KeysUnavailableException">Its master key is not at hand.</exception>
    public byte[] Unwrap(DataKey row) => BoxOf(row.MasterKeyId).Open(row.Wrapped.AsSpan(1), Context(row));

    /// <summary>The same key as it is to be stored under another master key.</summary>
    public byte[] Rewrap(DataKey row, string masterKeyId)
    {
        var dataKey = Unwrap(row);
        try
        {
            return Wrap(row, dataKey, masterKeyId);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(dataKey);
        }
    }

    public void Dispose()
    {
        foreach (var box in _boxes.Values)
        {
            box.Dispose();
        }
    }

    private byte[] Wrap(DataKey row, byte[] dataKey, string masterKeyId)
    {
        var wrapped = new byte[DataKey.WrappedLength];
        wrapped[0] = Version;
        BoxOf(masterKeyId).Seal(dataKey, Context(row), wrapped.AsSpan(1));
        return wrapped;
    }

    private SealedBox BoxOf(string masterKeyId)
    {
        if (!_boxes.TryGetValue(masterKeyId, out var box))
        {
            _boxes.Add(masterKeyId, box = new SealedBox(ring.Get(masterKeyId).Wrapping));
        }

        return box;
    }

    private static byte[] Context(DataKey row) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"AmazonIn.DataKey|{Version}|{row.Id:N}|{row.ChannelId}|{row.AmazonOrderId}"));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Infrastructure.Persistence.Rows;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Makes data keys, and wraps them under the master key: version, then a <see cref="SealedBox"/>.</summary>
internal sealed class DataKeyWrapping(MasterKey master) : IDisposable
{
    public const int DataKeyLength = 32;

    private const byte Version = 1;

    private readonly SealedBox _box = new(master.Wrapping);

    /// <summary>A new key as it is stored, and in the clear; the caller clears the latter after use.</summary>
    public (DataKey Row, byte[] DataKey) Make(long channelId, string amazonOrderId, DateTimeOffset now)
    {
        var dataKey = RandomNumberGenerator.GetBytes(DataKeyLength);
        var row = new DataKey
        {
            // Ordered by time, so that new keys land side by side in the index.
            Id = Guid.CreateVersion7(now),
            ChannelId = channelId,
            AmazonOrderId = amazonOrderId,
            MasterKeyId = master.Id,
            Wrapped = new byte[DataKey.WrappedLength],
            CreatedAt = now,
        };
        row.Wrapped[0] = Version;
        _box.Seal(dataKey, Context(row), row.Wrapped.AsSpan(1));
        return (row, dataKey);
    }

    /// <summary>A stored key in the clear; the caller clears it after use.</summary>
    /// <exception cref="CryptographicException">Wrapped under another master key, or changed.</exception>
    public byte[] Unwrap(DataKey row) => row.MasterKeyId == master.Id
        ? _box.Open(row.Wrapped.AsSpan(1), Context(row))
        : throw new CryptographicException(
            $"Data key {row.Id} is wrapped under master key {row.MasterKeyId}, which is not the one in use.");

    public void Dispose() => _box.Dispose();

    private static byte[] Context(DataKey row) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"AmazonIn.DataKey|{Version}|{row.Id:N}|{row.ChannelId}|{row.AmazonOrderId}"));
}

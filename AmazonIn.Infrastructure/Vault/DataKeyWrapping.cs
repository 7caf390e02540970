using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Infrastructure.Persistence.Rows;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Makes data keys, and wraps them under the master key: version, then a <see cref="SealedBox"/>.</summary>
internal static class DataKeyWrapping
{
    public const int DataKeyLength = 32;

    private const byte Version = 1;

    public static DataKey Make(MasterKey master, long channelId, string amazonOrderId, DateTimeOffset now)
    {
        // Ordered by time, so that new keys land side by side in the index.
        var id = Guid.CreateVersion7(now);
        Span<byte> key = stackalloc byte[DataKeyLength];
        RandomNumberGenerator.Fill(key);
        var wrapped = new byte[DataKey.WrappedLength];
        wrapped[0] = Version;
        SealedBox.Seal(master.Wrapping, key, Context(id, channelId, amazonOrderId), wrapped.AsSpan(1));
        CryptographicOperations.ZeroMemory(key);
        return new DataKey
        {
            Id = id,
            ChannelId = channelId,
            AmazonOrderId = amazonOrderId,
            MasterKeyId = master.Id,
            Wrapped = wrapped,
            CreatedAt = now,
        };
    }

    /// <summary>The key in the clear; the caller clears it after use.</summary>
    /// <exception cref="CryptographicException">Wrapped under another master key, or changed.</exception>
    public static byte[] Unwrap(MasterKey master, DataKey key)
    {
        if (key.MasterKeyId != master.Id)
        {
            throw new CryptographicException(
                $"Data key {key.Id} is wrapped under master key {key.MasterKeyId}, which is not the one in use.");
        }

        return SealedBox.Open(
            master.Wrapping, key.Wrapped.AsSpan(1), Context(key.Id, key.ChannelId, key.AmazonOrderId));
    }

    private static byte[] Context(Guid id, long channelId, string amazonOrderId) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"AmazonIn.DataKey|{Version}|{id:N}|{channelId}|{amazonOrderId}"));
}

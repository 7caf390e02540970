using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// A contact as bytes (security.md C-02): version, key id, then a <see cref="SealedBox"/> bound to version, channel and
/// order.
/// </summary>
internal static class ContactCipher
{
    private const byte Version = 1;
    private const int KeyIdLength = 16;

    public static byte[] Encrypt(
        Guid keyId, ReadOnlySpan<byte> dataKey, long channelId, string amazonOrderId, BuyerContact contact)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(contact, ContactJson.Default.BuyerContact);
        var sealedBytes = new byte[1 + KeyIdLength + SealedBox.Overhead + content.Length];
        sealedBytes[0] = Version;
        keyId.TryWriteBytes(sealedBytes.AsSpan(1), bigEndian: true, out _);
        using var box = new SealedBox(dataKey);
        box.Seal(content, Context(channelId, amazonOrderId), sealedBytes.AsSpan(1 + KeyIdLength));
        CryptographicOperations.ZeroMemory(content);
        return sealedBytes;
    }

    /// <exception cref="CryptographicException">Another key's, another order's, or changed.</exception>
    public static BuyerContact Decrypt(
        ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> dataKey, long channelId, string amazonOrderId)
    {
        if (sealedBytes.Length <= 1 + KeyIdLength + SealedBox.Overhead || sealedBytes[0] != Version)
        {
            throw new CryptographicException("The sealed contact has an unknown layout.");
        }

        using var box = new SealedBox(dataKey);
        var content = box.Open(sealedBytes[(1 + KeyIdLength)..], Context(channelId, amazonOrderId));
        try
        {
            return JsonSerializer.Deserialize(content, ContactJson.Default.BuyerContact)
                ?? throw new CryptographicException("The sealed contact is empty.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(content);
        }
    }

    private static byte[] Context(long channelId, string amazonOrderId) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"AmazonIn.Contact|{Version}|{channelId}|{amazonOrderId}"));
}

using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AmazonIn.Infrastructure.Backups;

/// <summary>
/// A file as AES-256-GCM chunks: length, ciphertext, tag. The header, the chunk's number and whether it is the last are
/// authenticated with each, so that a chunk changed, moved, repeated or cut off shows. The number is the nonce: a file's
/// key encrypts nothing else.
/// </summary>
internal sealed class BackupCipher(byte[] key, byte[] header) : IDisposable
{
    /// <summary>Of plain text, in bytes.</summary>
    public const int ChunkLength = 1 << 20;

    private const int TagLength = 16;
    private const int NonceLength = 12;

    private readonly AesGcm _aes = new(key, TagLength);
    private readonly byte[] _sealed = new byte[ChunkLength + TagLength];
    private readonly byte[] _plain = new byte[ChunkLength];
    private long _number;

    public void Write(Stream file, ReadOnlySpan<byte> chunk, bool isLast)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
        var (cipher, tag) = (_sealed.AsMemory(0, chunk.Length), _sealed.AsMemory(chunk.Length, TagLength));
        _aes.Encrypt(Nonce(), chunk, cipher.Span, tag.Span, Context(isLast));
        file.Write(length);
        file.Write(_sealed.AsSpan(0, chunk.Length + TagLength));
        _number++;
    }

    /// <summary>The next chunk, valid until the one after it is read.</summary>
    /// <exception cref="CryptographicException">Another key's, or changed.</exception>
    /// <exception cref="EndOfStreamException">Cut off.</exception>
    public ReadOnlySpan<byte> Read(Stream file, out bool isLast)
    {
        Span<byte> prefix = stackalloc byte[sizeof(int)];
        file.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadInt32BigEndian(prefix);
        if (length is < 0 or > ChunkLength)
        {
            throw new CryptographicException("A chunk has no possible length.");
        }

        file.ReadExactly(_sealed, 0, length + TagLength);
        isLast = file.Position == file.Length;
        _aes.Decrypt(Nonce(), _sealed.AsSpan(0, length), _sealed.AsSpan(length, TagLength), _plain.AsSpan(0, length), Context(isLast));
        _number++;
        return _plain.AsSpan(0, length);
    }

    public void Dispose()
    {
        _aes.Dispose();
        CryptographicOperations.ZeroMemory(_plain);
    }

    private byte[] Nonce()
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceLength - sizeof(long)), _number);
        return nonce;
    }

    private byte[] Context(bool isLast) => [.. header, isLast ? (byte)1 : (byte)0];
}

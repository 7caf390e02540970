using System.Security.Cryptography;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// AES-256-GCM with a random 96-bit nonce: nonce, ciphertext, 128-bit tag. Opens only with the same key and the same
/// context, so that a box moved elsewhere stays shut. For one thread at a time.
/// </summary>
internal sealed class SealedBox(ReadOnlySpan<byte> key) : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = NonceLength + TagLength;

    private readonly AesGcm _aes = new(key, TagLength);

    /// <param name="box">Takes <see cref="Overhead"/> bytes more than <paramref name="content"/> has.</param>
    public void Seal(ReadOnlySpan<byte> content, ReadOnlySpan<byte> context, Span<byte> box)
    {
        var nonce = box[..NonceLength];
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, content, box[NonceLength..^TagLength], box[^TagLength..], context);
    }

    /// <exception cref="AuthenticationTagMismatchException">Wrong key, wrong context, or a changed box.</exception>
    public byte[] Open(ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        var content = new byte[box.Length - Overhead];
        _aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], content, context);
        return content;
    }

    public void Dispose() => _aes.Dispose();
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>
/// Tokens that carry their own content and a signature over it, so that the marketplace needs no table of what it
/// has handed out. The purpose is part of the signature: a page token is no access token.
/// </summary>
internal sealed class Signer(byte[] key)
{
    private const int SignatureBytes = 16;

    /// <summary>A key of this process alone: what was signed before a restart is worthless after it.</summary>
    public static Signer ForThisProcess() => new(RandomNumberGenerator.GetBytes(32));

    /// <returns>
    /// Standard base64, on purpose: its plus and slash signs break a client that forgets to escape a query value.
    /// </returns>
    public string Sign(string purpose, string content)
    {
        var text = Encoding.UTF8.GetBytes(content);
        var signed = new byte[text.Length + SignatureBytes];
        text.CopyTo(signed, SignatureBytes);
        SignatureOf(purpose, text).AsSpan(0, SignatureBytes).CopyTo(signed);
        return Convert.ToBase64String(signed);
    }

    public bool TryOpen(string purpose, string? token, [NotNullWhen(true)] out string? content)
    {
        content = null;
        if (string.IsNullOrEmpty(token))
        {
            return false;
        }

        var buffer = new byte[token.Length];
        if (!Convert.TryFromBase64String(token, buffer, out var length) || length < SignatureBytes)
        {
            return false;
        }

        var text = buffer.AsSpan(SignatureBytes, length - SignatureBytes);
        var expected = SignatureOf(purpose, text).AsSpan(0, SignatureBytes);
        if (!CryptographicOperations.FixedTimeEquals(expected, buffer.AsSpan(0, SignatureBytes)))
        {
            return false;
        }

        content = Encoding.UTF8.GetString(text);
        return true;
    }

    private byte[] SignatureOf(string purpose, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes(purpose));
        hash.AppendData([0]);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}

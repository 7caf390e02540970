using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>
/// The shape of our API keys: <c>ain_</c>, 256 random bits, and a checksum, so that secret scanners recognise a key and
/// a mistyped one is told without a look into the database.
/// </summary>
internal static class ApiKeyText
{
    public const string Prefix = "ain_";

    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    // 62^43 exceeds 2^256, and 62^6 exceeds 2^32.
    private const int SecretLength = 43;
    private const int ChecksumLength = 6;
    private const int HintLength = 10;

    public static string Generate()
    {
        var secret = Prefix + Base62(RandomNumberGenerator.GetBytes(32), SecretLength);
        return secret + Checksum(secret);
    }

    public static bool IsWellFormed(string key) =>
        key.Length == Prefix.Length + SecretLength + ChecksumLength
        && key.StartsWith(Prefix, StringComparison.Ordinal)
        && key[^ChecksumLength..] == Checksum(key[..^ChecksumLength]);

    /// <summary>What is stored. A plain hash will do for 256 random bits: there is nothing to guess.</summary>
    public static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    /// <summary>The head of a key, for lists.</summary>
    public static string Hint(string key) => key[..HintLength] + "…";

    private static string Checksum(string secret) => Base62(Hash(secret).AsSpan(0, 4), ChecksumLength);

    private static string Base62(ReadOnlySpan<byte> bytes, int length)
    {
        var rest = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        var text = new char[length];
        for (var index = length - 1; index >= 0; index--)
        {
            rest = BigInteger.DivRem(rest, Digits.Length, out var digit);
            text[index] = Digits[(int)digit];
        }

        return new string(text);
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>
/// Time-based codes as RFC 6238 has them and every authenticator app makes them: six digits, HMAC-SHA-1, thirty seconds.
/// </summary>
internal static class Totp
{
    public const int Digits = 6;

    /// <summary>160 bits, as RFC 4226 section 4 recommends.</summary>
    public const int SecretLength = 20;

    public const int StepSeconds = 30;

    /// <summary>Which thirty seconds since 1970 it is.</summary>
    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's own function, and the only one that every authenticator app speaks.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step that the code belongs to, if it is this one or the one before (security.md V-12); null for any other.
    /// The step before is taken since a person needs time to type.
    /// </summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        var (current, entered) = (StepAt(now), Encoding.UTF8.GetBytes(code));
        long? found = null;
        for (var step = current - 1; step <= current; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), entered))
            {
                found = step;
            }
        }

        return found;
    }
}

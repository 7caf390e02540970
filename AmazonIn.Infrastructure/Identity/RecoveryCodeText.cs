using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>The shape of recovery codes: 80 random bits as four groups of four.</summary>
internal static class RecoveryCodeText
{
    private const int Bytes = 10;
    private const int Characters = 16;

    public static string Generate()
    {
        var text = Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)).ToLowerInvariant();
        return string.Join('-', text.Chunk(4).Select(group => new string(group)));
    }

    /// <summary>Whether the entry has the shape of a recovery code, however it is typed.</summary>
    public static bool Fits(string entry) => Bare(entry).Length == Characters;

    /// <summary>
    /// What is stored. A plain hash will do for 80 random bits behind
    /// a lockout; the person's id is in it, so that equal hashes of two people would tell nothing.
    /// </summary>
    public static byte[] Hash(long userId, string entry) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{userId}:{Bare(entry)}")));

    private static string Bare(string entry) =>
        string.Concat(entry.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// The key above all keys. It encrypts nothing itself: each use has a key of its own derived from it by HKDF-SHA-256,
/// so that one use tells nothing about another. Printing it shows only its id.
/// </summary>
internal sealed class MasterKey
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _wrapping;
    private readonly byte[] _buyers;
    private readonly byte[] _portal;
    private readonly byte[] _backups;

    private MasterKey(byte[] key)
    {
        Id = Convert.ToHexStringLower(Derive(key, "AmazonIn master key id", 8));
        _wrapping = Derive(key, "AmazonIn data key wrapping", Length);
        _buyers = Derive(key, "AmazonIn buyer keys", Length);
        _portal = Derive(key, "AmazonIn data protection", Length);
        _backups = Derive(key, "AmazonIn backups", Length);
    }

    /// <summary>Tells master keys apart; says nothing about the key.</summary>
    public string Id { get; }

    /// <summary>Wraps the vault's data keys.</summary>
    public ReadOnlySpan<byte> Wrapping => _wrapping;

    /// <summary>
    /// Hashes buyers' addresses where this is an installation's first master key; later ones take that over
    /// (<see cref="MasterKeys"/>).
    /// </summary>
    public ReadOnlySpan<byte> Buyers => _buyers;

    /// <summary>Encrypts the portal's own Data Protection keys.</summary>
    public ReadOnlySpan<byte> Portal => _portal;

    /// <summary>The keys of backup files are derived from it.</summary>
    public ReadOnlySpan<byte> Backups => _backups;

    public static string Generate() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    public static bool TryParse(string text, [NotNullWhen(true)] out MasterKey? key)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var parsed = Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length;
        key = parsed ? new MasterKey(bytes.ToArray()) : null;
        CryptographicOperations.ZeroMemory(bytes);
        return parsed;
    }

    public override string ToString() => $"master key {Id}";

    private static byte[] Derive(byte[] key, string use, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, length, info: Encoding.UTF8.GetBytes(use));
}

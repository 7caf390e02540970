using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Infrastructure.Vault;

namespace AmazonIn.Infrastructure.Backups;

/// <summary>
/// The plain beginning of a backup file, bound into every chunk behind it: what is in the file, when it was made, and
/// which key opens it. Each file has a key of its own, derived with its salt.
/// </summary>
/// <param name="MasterKeyId">Null where a passphrase opens it.</param>
internal sealed record BackupHeader(BackupKind Kind, DateTimeOffset MadeAt, string? MasterKeyId, byte[] Salt)
{
    public const int Length = 8 + 1 + 8 + MasterKeyIdLength + SaltLength;

    private const int MasterKeyIdLength = 16;
    private const int SaltLength = 32;

    // OWASP's advice for PBKDF2 with SHA-512 is 210,000; a backup is opened rarely and attacked at leisure.
    private const int PassphraseRounds = 1_000_000;

    private static ReadOnlySpan<byte> Magic => "AmznInB1"u8;

    public static BackupHeader New(BackupKind kind, DateTimeOffset madeAt, string? masterKeyId) =>
        new(kind, madeAt, masterKeyId, RandomNumberGenerator.GetBytes(SaltLength));

    /// <returns>Null where the bytes begin no backup.</returns>
    public static BackupHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length || !bytes.StartsWith(Magic) || bytes[8] is not ((byte)BackupKind.Data or (byte)BackupKind.Keys))
        {
            return null;
        }

        var masterKeyId = Encoding.ASCII.GetString(bytes.Slice(17, MasterKeyIdLength)).TrimEnd('\0');
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes[9..]);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new BackupHeader(
            (BackupKind)bytes[8],
            new DateTimeOffset(ticks, TimeSpan.Zero),
            masterKeyId.Length == 0 ? null : masterKeyId,
            bytes[^SaltLength..].ToArray());
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        bytes[8] = (byte)Kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), MadeAt.UtcTicks);
        Encoding.ASCII.GetBytes(MasterKeyId ?? string.Empty, bytes.AsSpan(17, MasterKeyIdLength));
        Salt.CopyTo(bytes.AsSpan(Length - SaltLength));
        return bytes;
    }

    /// <summary>The file's own key, from the passphrase or from the master key that the header names.</summary>
    public byte[] DeriveKey(string? passphrase, MasterKeyRing ring) => MasterKeyId is null
        ? Rfc2898DeriveBytes.Pbkdf2(passphrase!, Salt, PassphraseRounds, HashAlgorithmName.SHA512, MasterKey.Length)
        : HKDF.DeriveKey(
            HashAlgorithmName.SHA256, ring.Get(MasterKeyId).Backups.ToArray(), MasterKey.Length, Salt, "AmazonIn backup file"u8.ToArray());
}

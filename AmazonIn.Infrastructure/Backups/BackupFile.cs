using System.Security.Cryptography;
using System.Text.Json;
using AmazonIn.Infrastructure.Vault;

namespace AmazonIn.Infrastructure.Backups;

/// <summary>One encrypted file: header, the rows that it holds by table, then a SQLite database.</summary>
internal static class BackupFile
{
    public static void Write(string path, BackupHeader header, byte[] key, IReadOnlyDictionary<string, long> rows, Stream database)
    {
        using var file = PrivateFiles.Create(path);
        var bytes = header.ToBytes();
        file.Write(bytes);
        using var cipher = new BackupCipher(key, bytes);
        cipher.Write(file, JsonSerializer.SerializeToUtf8Bytes(rows), isLast: false);
        var chunk = new byte[BackupCipher.ChunkLength];
        while (true)
        {
            var read = database.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
            cipher.Write(file, chunk.AsSpan(0, read), isLast: read < chunk.Length);
            if (read < chunk.Length)
            {
                break;
            }
        }

        file.Flush(flushToDisk: true);
    }

    /// <exception cref="BackupUnusableException">No backup of this kind.</exception>
    public static BackupHeader ReadHeader(string path, BackupKind kind)
    {
        using var file = Open(path);
        var bytes = new byte[BackupHeader.Length];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var header = BackupHeader.Read(bytes.AsSpan(0, read))
            ?? throw new BackupUnusableException($"{path} is no backup of AmazonIn.");
        return header.Kind == kind
            ? header
            : throw new BackupUnusableException(kind == BackupKind.Data
                ? $"{path} is a backup of keys. Name the one of the data; its keys are found beside it."
                : $"{path} should be a backup of keys, but is one of data.");
    }

    /// <summary>Decrypts the database to <paramref name="target"/>.</summary>
    /// <returns>The rows by table, as they were when the backup was made.</returns>
    /// <exception cref="BackupUnusableException">The key is wrong, or the file was changed or cut off.</exception>
    public static Dictionary<string, long> Read(string path, BackupHeader header, byte[] key, Stream target)
    {
        using var file = Open(path);
        file.Position = BackupHeader.Length;
        using var cipher = new BackupCipher(key, header.ToBytes());
        var rows = ReadRows(path, header, cipher, file);
        try
        {
            bool isLast;
            do
            {
                target.Write(cipher.Read(file, out isLast));
            }
            while (!isLast);

            return rows;
        }
        catch (Exception exception) when (exception is CryptographicException or EndOfStreamException)
        {
            throw new BackupUnusableException($"{path} was changed or cut off after it was made. Use another backup.", exception);
        }
    }

    private static Dictionary<string, long> ReadRows(string path, BackupHeader header, BackupCipher cipher, FileStream file)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, long>>(cipher.Read(file, out _))!;
        }
        catch (Exception exception) when (exception is CryptographicException or EndOfStreamException or JsonException)
        {
            throw new BackupUnusableException(
                header.MasterKeyId is null
                    ? $"{path} does not open with this passphrase, or was changed after it was made."
                    : $"{path} was changed or cut off after it was made. Use another backup.",
                exception);
        }
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BackupUnusableException($"{path} cannot be opened. Check the path and who may read it.", exception);
        }
    }
}

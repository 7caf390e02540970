using System.Globalization;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Backups;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Backups;

/// <summary>
/// Puts a backup in the place of the present data. Everything is decrypted and checked before a present file is touched.
/// </summary>
internal sealed class PortalRestore(
    IOptions<DatabaseOptions> database,
    IDbContextFactory<PortalDbContext> portal,
    IDbContextFactory<KeyDbContext> keys,
    DatabasePreparation preparation,
    DataDirectoryLock directoryLock,
    MasterKeyRing ring,
    TimeProvider time)
{
    private string Main => FileOf(database.Value.MainConnectionString);

    private string Keys => FileOf(database.Value.KeysConnectionString);

    /// <exception cref="BackupUnusableException">The file cannot be restored; nothing was changed.</exception>
    public async Task<Result<RestoredBackup>> RunAsync(
        string path, string? passphrase, Func<RestoredBackup, Task> stand, CancellationToken cancellationToken)
    {
        var directory = database.Value.Directory;
        PrivateFiles.MakeDirectory(directory);
        if (!directoryLock.TryTakeAlone())
        {
            return BackupErrors.PortalRuns;
        }

        var present = new PresentFiles(directory);
        present.Undo(Main, Keys);
        present.ClearDiscarded();
        SqliteCopy.ClearLeftovers(directory);
        var header = BackupFile.ReadHeader(path, BackupKind.Data);
        using var data = SqliteCopy.Empty(directory);
        var rows = BackupReading.Fill(data, path, header, KeyOf(path, header, passphrase));
        CheckVersion(path, data, portal);
        using var keyCopy = await ReadKeysAsync(path, header, passphrase, cancellationToken);
        var restored = new RestoredBackup(
            header.MadeAt,
            rows["SalesOrders"],
            keyCopy is not null ? RestoredKeys.FromBackup : IsThere(Keys) ? RestoredKeys.Present : RestoredKeys.None,
            keyCopy?.CountRows()["DataKeys"] ?? 0);
        await SwapAsync(present, data, keyCopy, () => stand(restored), cancellationToken);
        return restored;
    }

    private async Task SwapAsync(
        PresentFiles present, SqliteCopy data, SqliteCopy? keyCopy, Func<Task> stand, CancellationToken cancellationToken)
    {
        ContextFactories.CloseIdle(database.Value);
        present.Begin();
        try
        {
            if (keyCopy is not null)
            {
                present.Replace(Keys, keyCopy.FilePath);
            }

            present.Replace(Main, data.FilePath);
            await preparation.RunAsync(cancellationToken);
            await stand();
        }
        catch
        {
            ContextFactories.CloseIdle(database.Value);
            present.Undo(Main, Keys);
            throw;
        }

        present.Forget();
    }

    // Keys that are there know best what was destroyed since the backup, and would never be replaced for nothing.
    private async Task<SqliteCopy?> ReadKeysAsync(
        string path, BackupHeader data, string? passphrase, CancellationToken cancellationToken)
    {
        var keysPath = BackupFiles.KeysOf(path);
        if (!File.Exists(keysPath) || await AreKeysThereAsync(data.MadeAt, cancellationToken))
        {
            return null;
        }

        var header = BackupFile.ReadHeader(keysPath, BackupKind.Keys);
        if (time.GetUtcNow() - header.MadeAt > BackupFiles.KeysLife)
        {
            throw new BackupUnusableException(string.Create(
                CultureInfo.InvariantCulture,
                $"{keysPath} is older than {BackupFiles.KeysLife.Days} days and would bring back what was deleted since. Delete it; without it the data can be restored, but no contact in it can be read."));
        }

        var copy = SqliteCopy.Empty(database.Value.Directory);
        try
        {
            BackupReading.Fill(copy, keysPath, header, KeyOf(keysPath, header, passphrase));
            CheckVersion(keysPath, copy, keys);
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }

    // A portal that was started once on a new machine has made itself an empty key database; that is none.
    private async Task<bool> AreKeysThereAsync(DateTimeOffset backupMadeAt, CancellationToken cancellationToken)
    {
        if (!IsThere(Keys))
        {
            return false;
        }

        try
        {
            await using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = Keys, Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """
                SELECT (SELECT COUNT(*) FROM "DataKeys"), (SELECT MIN("CreatedAt") FROM "MasterKeys")
                """;
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return reader.GetInt64(0) > 0
                || (!await reader.IsDBNullAsync(1, cancellationToken) && reader.GetDateTime(1) <= backupMadeAt.UtcDateTime);
        }
        catch (SqliteException)
        {
            // Damaged, or no key database: the backup's takes its place.
            return false;
        }
    }

    private byte[] KeyOf(string path, BackupHeader header, string? passphrase)
    {
        if (header.MasterKeyId is { } id && !ring.TryGet(id, out _))
        {
            throw new BackupUnusableException(
                $"{path} was made under master key {id}, which is not in {ring.Place}. Put that key there and try again.");
        }

        return header.MasterKeyId is not null || passphrase is not null
            ? header.DeriveKey(passphrase, ring)
            : throw new BackupUnusableException($"{path} was made with a passphrase: give it with --passphrase-stdin.");
    }

    private static void CheckVersion<TContext>(string path, SqliteCopy copy, IDbContextFactory<TContext> contexts)
        where TContext : DbContext
    {
        using var context = contexts.CreateDbContext();
        if (copy.Migrations().Except(context.Database.GetMigrations()).Any())
        {
            throw new BackupUnusableException($"{path} was made by a newer version of AmazonIn. Restore it with that version.");
        }
    }

    private static string FileOf(string connection) => new SqliteConnectionStringBuilder(connection).DataSource;

    private static bool IsThere(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}

using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Backups;
using AmazonIn.Infrastructure.Persistence.Stores;
using AmazonIn.Infrastructure.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Brings both databases up to date before anything else uses them.</summary>
internal sealed class DatabasePreparation(
    IDbContextFactory<PortalDbContext> portal,
    IDbContextFactory<KeyDbContext> keys,
    IOptions<DatabaseOptions> database,
    MasterKeyRing ring,
    MasterKeys masterKeys,
    DataDirectoryLock directoryLock,
    Storage<PortalDbContext> storage,
    TimeProvider time)
{
    /// <summary>Another instance may be migrating; a small database takes seconds, so this is generous.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <exception cref="StorageUnavailableException">Cannot be done; the message says why and what to do.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            MakeFiles();
            await MigrateAsync(keys, cancellationToken);
            await MigrateAsync(portal, cancellationToken);
            await CheckMasterKeysAsync(cancellationToken);
            await storage.WriteAsync(
                async (db, token) =>
                {
                    await InitialTaxRates.AddAsync(db, token);
                    await InitialCarriers.AddAsync(db, token);
                    await db.SaveChangesAsync(token);
                },
                cancellationToken);
        }
        catch (KeysUnavailableException exception)
        {
            throw new StorageUnavailableException(exception.Message, exception);
        }
        catch (Exception exception) when (StorageFaults.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }

    private void MakeFiles()
    {
        var options = database.Value;
        try
        {
            PrivateFiles.MakeDirectory(options.Directory);
            if (options.Kind == DatabaseProvider.Sqlite)
            {
                ShareDirectory(options.Directory);
                TouchFileOf(options.MainConnectionString);
                TouchFileOf(options.KeysConnectionString);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"{DatabaseOptions.DirectoryKey} must be a directory that the portal may write to; "
                + $"{options.Directory} is not.",
                exception);
        }
    }

    private void ShareDirectory(string directory)
    {
        if (directoryLock.IsAlone)
        {
            return;
        }

        directoryLock.Share();
        if (PresentFiles.AreAside(directory))
        {
            throw new StorageUnavailableException(
                "A restore was cut off before the restored data stood. Run restore again: it first puts back what was there.");
        }
    }

    // The write-ahead log takes over the rights of the file it belongs to.
    private static void TouchFileOf(string connection)
    {
        var builder = new SqliteConnectionStringBuilder(connection);
        if (builder.Mode != SqliteOpenMode.Memory && builder.DataSource is not ":memory:")
        {
            PrivateFiles.MakeDirectory(Path.GetDirectoryName(builder.DataSource)!);
            PrivateFiles.Touch(builder.DataSource);
        }
    }

    private async Task MigrateAsync<TContext>(
        IDbContextFactory<TContext> contexts, CancellationToken cancellationToken)
        where TContext : DbContext
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (context.Database.IsSqlite())
        {
            await WaitForLockAsync(context, cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    // On SQLite the lock of a migration is a row, and stays when its owner is killed. EF would wait for it for ever.
    private async Task WaitForLockAsync(DbContext context, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (await IsLockedAsync(context, cancellationToken))
        {
            if (time.GetElapsedTime(started) > Patience)
            {
                throw new StorageUnavailableException(
                    "A migration of the database is locked. If another portal is migrating it, wait until it is done. "
                    + "If none is running, one was killed in the middle: delete the row of the table "
                    + $"__EFMigrationsLock in {new SqliteConnectionStringBuilder(context.Database.GetConnectionString()).DataSource} "
                    + "and start again.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static async Task<bool> IsLockedAsync(DbContext context, CancellationToken cancellationToken)
    {
        const string table = "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        return await context.Database.SqlQueryRaw<int>(table).SingleAsync(cancellationToken) > 0
            && await context.Database
                .SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM \"__EFMigrationsLock\"")
                .SingleAsync(cancellationToken) > 0;
    }

    // A portal that made itself a new master key beside old data would lock everybody out, silently.
    private async Task CheckMasterKeysAsync(CancellationToken cancellationToken)
    {
        var needed = await MasterKeyUses.ListAsync(keys, portal, cancellationToken);
        if (needed.Count > 0 && !ring.Exists)
        {
            throw WrongMasterKey("is missing");
        }

        ring.Read();
        if (!needed.All(id => ring.TryGet(id, out _)))
        {
            throw WrongMasterKey("is another one than this database was written with");
        }

        await masterKeys.RegisterFirstAsync(cancellationToken);
    }

    private static StorageUnavailableException WrongMasterKey(string what) => new(
        $"{PrivacyOptions.MasterKeyKey} {what}. Put back the file {MasterKeyFile.FileName} of the data directory, or set "
        + $"{PrivacyOptions.MasterKeyKey} to the key that was used; all instances on one database need the same.");
}

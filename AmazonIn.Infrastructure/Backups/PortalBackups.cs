using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Backups;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Backups;

/// <inheritdoc cref="IPortalBackups"/>
internal sealed class PortalBackups(
    IOptions<DatabaseOptions> database, MasterKeyRing ring, MasterKeys masterKeys, PortalRestore restore, TimeProvider time)
    : IPortalBackups
{
    public Task<Result<BackupFiles>> WriteAsync(string path, string? passphrase, CancellationToken cancellationToken)
    {
        var keysPath = BackupFiles.KeysOf(path);
        return Task.FromResult<Result<BackupFiles>>(
            database.Value.Kind != DatabaseProvider.Sqlite ? BackupErrors.OfServer
            : File.Exists(path) ? BackupErrors.Exists(path)
            : File.Exists(keysPath) ? BackupErrors.Exists(keysPath)
            : Write(path, keysPath, passphrase, cancellationToken));
    }

    public async Task<Result<RestoredBackup>> RestoreAsync(
        string path, string? passphrase, Func<RestoredBackup, Task> stand, CancellationToken cancellationToken)
    {
        if (database.Value.Kind != DatabaseProvider.Sqlite)
        {
            return BackupErrors.OfServer;
        }

        try
        {
            return await restore.RunAsync(path, passphrase, stand, cancellationToken);
        }
        catch (BackupUnusableException exception)
        {
            return BackupErrors.Unusable(exception.Message);
        }
        catch (SqliteException exception)
        {
            return BackupErrors.Unusable($"{path} holds no database that can be used: {exception.Message}");
        }
    }

    // The data first: of an order that comes in between, the keys then know more than the data, which does no harm.
    private Result<BackupFiles> Write(string path, string keysPath, string? passphrase, CancellationToken cancellationToken)
    {
        var directory = database.Value.Directory;
        var draft = $"{path}.{Guid.NewGuid():N}";
        var keysDraft = BackupFiles.KeysOf(draft);
        try
        {
            using var turn = PrivateFiles.Lock(Path.Combine(directory, "backup.lock"));
            SqliteCopy.ClearLeftovers(directory);
            var masterKeyId = passphrase is null ? masterKeys.Active.Id : null;
            var rows = WriteOne(draft, BackupKind.Data, database.Value.MainConnectionString, masterKeyId, passphrase);
            cancellationToken.ThrowIfCancellationRequested();
            var keyRows = WriteOne(keysDraft, BackupKind.Keys, database.Value.KeysConnectionString, masterKeyId, passphrase);
            File.Move(keysDraft, keysPath, overwrite: false);
            File.Move(draft, path, overwrite: false);
            return new BackupFiles(path, new FileInfo(path).Length, keysPath, rows["SalesOrders"], keyRows["DataKeys"]);
        }
        catch (BackupUnusableException exception)
        {
            return BackupErrors.Unusable(exception.Message);
        }
        finally
        {
            File.Delete(draft);
            File.Delete(keysDraft);
        }
    }

    private Dictionary<string, long> WriteOne(
        string path, BackupKind kind, string connection, string? masterKeyId, string? passphrase)
    {
        var directory = database.Value.Directory;
        var header = BackupHeader.New(kind, time.GetUtcNow(), masterKeyId);
        var key = header.DeriveKey(passphrase, ring);
        Dictionary<string, long> rows;
        using (var copy = SqliteCopy.Of(connection, directory))
        {
            rows = copy.CountRows();
            using var content = File.OpenRead(copy.FilePath);
            BackupFile.Write(path, header, key, rows, content);
        }

        // What cannot be read back is no backup.
        using var again = SqliteCopy.Empty(directory);
        BackupReading.Fill(again, path, BackupFile.ReadHeader(path, kind), key);
        return rows;
    }
}

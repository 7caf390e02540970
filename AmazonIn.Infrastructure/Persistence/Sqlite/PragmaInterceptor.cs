using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>Sets up each connection; SQLite forgets most of these settings with it.</summary>
/// <param name="durable">Whether every commit waits for the disk. Without it a commit survives a crash of the portal,
/// but the last ones may be lost with the machine's power.</param>
internal sealed class PragmaInterceptor(bool durable) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // secure_delete overwrites what is deleted: without it, deleted rows stay readable in the file (security.md C-17).
    // The busy time-out is in milliseconds, the cache size in KiB when negative.
    private string Pragmas(DbConnection connection) =>
        $"""
        PRAGMA busy_timeout = {((SqliteConnection)connection).DefaultTimeout * 1000};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = {(durable ? "FULL" : "NORMAL")};
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -16384;
        PRAGMA wal_autocheckpoint = 4000;
        """;
}

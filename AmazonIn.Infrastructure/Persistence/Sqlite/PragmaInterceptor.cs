using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>Sets up each connection; SQLite forgets most of these settings with it.</summary>
/// <param name="durable">Whether every commit waits for the disk. Without it a commit survives a crash of the portal,
/// but the last ones may be lost with the machine's power.</param>
internal sealed class PragmaInterceptor(bool durable) : DbConnectionInterceptor
{
    // Connections come back from the pool set up as they went.
    private static readonly ConditionalWeakTable<sqlite3, object> SetUp = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default)
    {
        // SQLite works in this process: there is nothing to wait for.
        Prepare(connection);
        return Task.CompletedTask;
    }

    private void Prepare(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        if (SetUp.TryGetValue(sqlite.Handle!, out _))
        {
            return;
        }

        using var command = sqlite.CreateCommand();
        command.CommandText = Pragmas(sqlite);
        command.ExecuteNonQuery();
        SetUp.AddOrUpdate(sqlite.Handle!, this);
    }

    // secure_delete overwrites what is deleted: without it, deleted rows stay readable in the file (security.md C-17).
    // The busy time-out is in milliseconds, the cache size in KiB when negative.
    private string Pragmas(SqliteConnection connection) =>
        $"""
        PRAGMA busy_timeout = {connection.DefaultTimeout * 1000};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = {(durable ? "FULL" : "NORMAL")};
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -16384;
        PRAGMA wal_autocheckpoint = 4000;
        """;
}

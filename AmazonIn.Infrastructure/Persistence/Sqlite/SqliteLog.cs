using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>SQLite's write-ahead log.</summary>
internal static class SqliteLog
{
    /// <summary>
    /// Writes the log back and cuts it to nothing, so that what was overwritten in the file is gone from beside it as
    /// well. While somebody reads, SQLite leaves a rest, which goes with the next time. Does nothing on SQL Server.
    /// </summary>
    public static Task<int> CutAsync(DbContext context, CancellationToken cancellationToken) =>
        context.Database.ProviderName == SqliteProvider
            ? context.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken)
            : Task.FromResult(0);

    private const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";
}

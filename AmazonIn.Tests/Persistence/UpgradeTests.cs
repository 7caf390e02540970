using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AmazonIn.Tests.Persistence;

/// <summary>A database of an earlier version goes on under the new one.</summary>
public sealed class UpgradeTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Row", "I4")]
    public async Task Opening_stock_that_was_taken_is_not_taken_again()
    {
        var folder = Directory.CreateTempSubdirectory("amazonin-upgrade-");
        try
        {
            await using var db = new SqlitePortalDbContext(new DbContextOptionsBuilder<SqlitePortalDbContext>()
                .UseSqlite($"Data Source={Path.Combine(folder.FullName, "old.db")};Pooling=False")
                .UseApplicationServiceProvider(DesignTimeServices.Instance)
                .Options);
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("Initial", Cancelled);
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO Items (Sku, Title, FulfilledBy, OpeningStockTaken, CreatedAt, UpdatedAt) VALUES "
                + "('A', 'A', 'Merchant', 1, '2026-11-20 06:30:00', '2026-11-20 06:30:00'), "
                + "('B', 'B', 'Merchant', 0, '2026-11-20 06:30:00', '2026-11-20 06:30:00')",
                Cancelled);

            await migrator.MigrateAsync(cancellationToken: Cancelled);

            var items = await db.Items.ToDictionaryAsync(item => item.Sku, Cancelled);
            Assert.Equal(new DateTimeOffset(2026, 11, 20, 6, 30, 0, TimeSpan.Zero), items["A"].OpeningStockAt);
            Assert.Null(items["B"].OpeningStockAt);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}

using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Persistence;

/// <summary>The storage's own failures: a full disk (F-25), a locked file (F-22), a file that is no database.</summary>
public sealed class StorageFaultTests() : SellerTests(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task Full_disk_takes_back_the_page_says_so_and_heals_by_itself()
    {
        var run = await TakenAsync(SyncModule.Orders);
        var imports = new OrderImports(
            Database, run, Channel, AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id });
        await imports.ImportAsync(AnAmazonOrder.Unshipped("before"));
        var many = Enumerable.Range(0, 400).Select(number => AnAmazonOrder.Unshipped($"403-{number}")).ToList();

        // The page limit is a setting of the connection, and a test has one connection at a time.
        await using (var db = Database.Open())
        {
            await db.Database.OpenConnectionAsync(Cancelled);
            await db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1", Cancelled);
        }

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(() => imports.ImportAsync(many));
        Assert.Contains("disk", problem.Message, StringComparison.Ordinal);
        Assert.Contains("full", problem.Message, StringComparison.Ordinal);

        await using (var db = Database.Open())
        {
            Assert.Equal("before", (await db.SalesOrders.SingleAsync(Cancelled)).AmazonOrderId);
            Assert.Equal(1, (await Journal.FindAsync(run.Id, Cancelled))!.PagesRead);
            await db.Database.OpenConnectionAsync(Cancelled);
            await db.Database.ExecuteSqlAsync($"PRAGMA max_page_count = 1073741823", Cancelled);
        }

        run.RestoreCounts((await Journal.FindAsync(run.Id, Cancelled))!);
        await imports.ImportAsync(many);

        await using (var db = Database.Open())
        {
            Assert.Equal(401, await db.SalesOrders.CountAsync(Cancelled));
        }
    }

    [Fact]
    public async Task Database_that_stays_locked_is_named_as_such()
    {
        await using var other = await LockAsync();
        var channels = Database.Get<IChannelStore>();
        Channel.Rename("Amazon India");

        // Readers are not kept out; the writer gives up after the connection's own time-out, here one second.
        Assert.NotNull(await channels.FindAsync(Channel.Id, Cancelled));
        await using var hasty = Database.InstanceIn(
            Database.Directory, $"Data Source={Path.Combine(Database.Directory, "amazonin.db")};Default Timeout=1");
        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => hasty.GetRequiredService<IChannelStore>().SaveAsync(Channel, null, Cancelled));

        Assert.Contains("locked", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, Channel.Version);
    }

    [Fact]
    public async Task Writer_waits_for_a_lock_that_is_let_go()
    {
        var other = await LockAsync();
        Channel.Rename("Amazon India");
        var saving = Task.Run(() => Database.Get<IChannelStore>().SaveAsync(Channel, null, Cancelled));

        Assert.False(saving.IsCompleted);
        await other.DisposeAsync();
        await saving;

        Assert.Equal("Amazon India", (await Database.Get<IChannelStore>().FindAsync(Channel.Id, Cancelled))!.Name);
    }

    [Fact]
    public async Task File_that_is_no_database_is_named_as_damaged()
    {
        var directory = Path.Combine(Database.Directory, "other");
        Directory.CreateDirectory(directory);
        await File.WriteAllTextAsync(Path.Combine(directory, "amazonin.db"), new string('x', 8192), Cancelled);
        await using var damaged = Database.InstanceIn(directory);

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(
            () => damaged.GetRequiredService<IOrganisationStore>().FindAsync(Cancelled));

        Assert.Contains("damaged", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_is_not_taken_for_a_fault()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Database.Get<IOrganisationStore>().FindAsync(cancelled.Token));
    }

    private async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection(
            $"Data Source={Path.Combine(Database.Directory, "amazonin.db")};Pooling=False");
        await connection.OpenAsync(Cancelled);
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(Cancelled);
        return connection;
    }
}

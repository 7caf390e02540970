using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Vault;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Persistence;

public sealed class DatabasePreparationTests() : SellerTests(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task Preparing_again_changes_nothing()
    {
        await using var other = Database.AnotherInstance();
        await using var db = Database.Open();
        var rates = await db.TaxRates.CountAsync(Cancelled);

        await other.PrepareDatabaseAsync(Cancelled);

        Assert.Equal(rates, await db.TaxRates.CountAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "A2")]
    public async Task Several_instances_may_start_at_once_on_an_empty_directory()
    {
        var directory = Path.Combine(Database.Directory, "fresh");
        var instances = Enumerable.Range(0, 3).Select(_ => Database.InstanceIn(directory)).ToList();

        await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.PrepareDatabaseAsync(Cancelled))));

        Assert.Single(instances.Select(instance => instance.GetRequiredService<MasterKeys>().Active.Id).Distinct());
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }
    }

    [Fact]
    public async Task Data_is_for_the_portals_own_account_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such file modes.");
        var directory = Path.Combine(Database.Directory, "fresh");
        await using var instance = Database.InstanceIn(directory);
        await instance.PrepareDatabaseAsync(Cancelled);
        await instance.GetRequiredService<IOrganisationStore>().FindAsync(Cancelled);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(directory));
        var files = Directory.EnumerateFiles(directory).ToList();
        Assert.Superset(
            new HashSet<string?> { "amazonin.db", "keys.db", "master.key" }, files.Select(Path.GetFileName).ToHashSet());
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [Fact]
    public async Task Lost_master_key_is_not_replaced_by_a_new_one()
    {
        File.Delete(Path.Combine(Database.Directory, "master.key"));
        await using var other = Database.AnotherInstance();

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(() => other.PrepareDatabaseAsync(Cancelled));

        Assert.Contains("Privacy:MasterKey is missing", problem.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Database.Directory, "master.key")));
    }

    [Fact]
    public async Task Another_master_key_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(Database.Directory, "master.key"), MasterKey.Generate(), Cancelled);
        await using var other = Database.AnotherInstance();

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(() => other.PrepareDatabaseAsync(Cancelled));

        Assert.Contains("another one", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_master_key_is_named()
    {
        await File.WriteAllTextAsync(Path.Combine(Database.Directory, "master.key"), "rubbish", Cancelled);
        await using var other = Database.AnotherInstance();

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(() => other.PrepareDatabaseAsync(Cancelled));

        Assert.Contains("master.key", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("rubbish", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_of_a_killed_migration_is_explained()
    {
        await using (var db = Database.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL)""",
                Cancelled);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-20')""", Cancelled);
        }

        var clock = new FakeTimeProvider(TestDatabase.Start) { AutoAdvanceAmount = TimeSpan.FromSeconds(61) };
        await using var other = Database.AnotherInstance(clock);

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(() => other.PrepareDatabaseAsync(Cancelled));

        Assert.Contains("__EFMigrationsLock", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_that_cannot_be_made_is_named_by_its_key()
    {
        var file = Path.Combine(Database.Directory, "file");
        await File.WriteAllTextAsync(file, string.Empty, Cancelled);
        await using var other = Database.InstanceIn(Path.Combine(file, "data"));

        var problem = await Assert.ThrowsAsync<StorageUnavailableException>(() => other.PrepareDatabaseAsync(Cancelled));

        Assert.StartsWith("Data:Directory must be", problem.Message, StringComparison.Ordinal);
    }
}

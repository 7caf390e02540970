using System.Text;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Backups;

/// <summary>Backup files, and what is no backup or not the right one (security.md D-33, C-19).</summary>
public sealed class BackupFileTests() : SellerTests(DatabaseProvider.Sqlite)
{
    private const string Passphrase = "correct horse battery staple";

    private string Backup => Path.Combine(Database.Directory, "backups", "monday");

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        Directory.CreateDirectory(Path.GetDirectoryName(Backup)!);
        await using var keys = Database.OpenKeys();
        await keys.MasterKeys.ExecuteUpdateAsync(
            set => set.SetProperty(key => key.CreatedAt, Clock.GetUtcNow().AddDays(-1)), Cancelled);
        await Database.Get<IContactVault>().SealAsync(
            Channel.Id, new Dictionary<string, BuyerContact> { ["1"] = new() { BuyerName = "Asha" } }, Cancelled);
    }

    [Fact]
    public async Task A_backup_is_private_opaque_and_leaves_nothing_beside_it()
    {
        var files = await WriteAsync();

        Assert.Equal((Backup, $"{Backup}.keys", 1L), (files.Data, files.Keys, files.DataKeys));
        Assert.Equal([Backup, $"{Backup}.keys"], Directory.EnumerateFiles(Path.GetDirectoryName(Backup)!).Order());
        Assert.DoesNotContain(Directory.EnumerateFiles(Database.Directory), file => file.EndsWith(".tmp", StringComparison.Ordinal));
        foreach (var file in new[] { files.Data, files.Keys })
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancelled);
            Assert.Equal(-1, bytes.AsSpan().IndexOf("SQLite format"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf("A1DEMOSELLERIN"u8));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("DataKeys")));
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task A_backup_is_never_overwritten()
    {
        await WriteAsync();
        var before = await File.ReadAllBytesAsync(Backup, Cancelled);

        var again = await Database.Get<IPortalBackups>().WriteAsync(Backup, null, Cancelled);

        Assert.Equal("backup.exists", again.Error!.Code);
        Assert.Equal(before, await File.ReadAllBytesAsync(Backup, Cancelled));
    }

    [Fact]
    public async Task Every_byte_counts()
    {
        await WriteAsync();
        var whole = await File.ReadAllBytesAsync(Backup, Cancelled);
        var random = new Random(7);
        foreach (var position in Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length)).Append(8).Append(whole.Length - 1))
        {
            var changed = (byte[])whole.Clone();
            changed[position] ^= 1;
            await RefusedAsync(changed);
        }

        foreach (var length in new[] { 0, 10, 80, whole.Length / 2, whole.Length - 1 })
        {
            await RefusedAsync(whole[..length]);
        }

        await RefusedAsync([.. whole, 0]);
        await File.WriteAllBytesAsync(Backup, whole, Cancelled);
        Assert.True((await RestoreAsync()).Succeeded);
    }

    [Fact]
    public async Task The_wrong_file_is_told_by_what_it_is()
    {
        await WriteAsync();
        await File.WriteAllTextAsync($"{Backup}.txt", "Dear diary", Cancelled);

        Assert.Contains("is no backup", (await RestoreAsync($"{Backup}.txt")).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("is a backup of keys", (await RestoreAsync($"{Backup}.keys")).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("cannot be opened", (await RestoreAsync($"{Backup}.none")).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passphrase_opens_it_and_another_does_not()
    {
        await WriteAsync(Passphrase);

        Assert.Contains("--passphrase-stdin", (await RestoreAsync()).Error!.Message, StringComparison.Ordinal);
        Assert.Contains("does not open with this passphrase", (await RestoreAsync(passphrase: "another one altogether")).Error!.Message, StringComparison.Ordinal);
        Assert.True((await RestoreAsync(passphrase: Passphrase)).Succeeded);
    }

    [Fact]
    public async Task Another_master_key_is_named_and_changes_nothing()
    {
        await WriteAsync();
        await using var elsewhere = Database.InstanceIn(Path.Combine(Database.Directory, "elsewhere"));

        var refused = await elsewhere.GetRequiredService<IPortalBackups>().RestoreAsync(Backup, null, _ => Task.CompletedTask, Cancelled);

        Assert.Contains("was made under master key", refused.Error!.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Database.Directory, "elsewhere", "amazonin.db")));
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_left_alone()
    {
        await using (var db = Database.Open())
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Later', '99')""", Cancelled);
        }

        await WriteAsync();

        Assert.Contains("newer version", (await RestoreAsync()).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6.9, RestoredKeys.FromBackup)]
    [InlineData(7.1, null)]
    public async Task Keys_can_be_restored_for_seven_days(double days, RestoredKeys? keys)
    {
        await WriteAsync();
        File.Delete(Path.Combine(Database.Directory, "keys.db"));
        Clock.Advance(TimeSpan.FromDays(days));

        var restored = await RestoreAsync();

        Assert.Equal(keys, restored.Value?.Keys);
        Assert.Equal(keys is null, restored.Error?.Message.Contains("older than 7 days", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Keys_that_are_there_stay_so_that_the_destroyed_stay_destroyed()
    {
        await WriteAsync();
        await using (var keys = Database.OpenKeys())
        {
            await keys.DataKeys.ExecuteDeleteAsync(Cancelled);
        }

        var restored = await RestoreAsync();

        Assert.Equal(RestoredKeys.Present, restored.Value!.Keys);
        await using var after = Database.OpenKeys();
        Assert.Equal(0, await after.DataKeys.CountAsync(Cancelled));
    }

    [Fact]
    public async Task When_the_restored_data_does_not_stand_the_present_is_back()
    {
        await WriteAsync();
        await using (var db = Database.Open())
        {
            await db.Channels.ExecuteUpdateAsync(set => set.SetProperty(channel => channel.Name, "Later"), Cancelled);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => RestoreAsync(stand: _ => throw new InvalidOperationException("no")));

        Assert.Equal("Later", await NameAsync());
        Assert.False(Directory.Exists(Path.Combine(Database.Directory, "before-restore")));
    }

    [Fact]
    public async Task A_restore_that_was_cut_off_is_undone_by_the_next_and_nothing_serves_until_then()
    {
        await WriteAsync();
        CloseIdle();
        var aside = Directory.CreateDirectory(Path.Combine(Database.Directory, "before-restore"));
        File.Move(Path.Combine(Database.Directory, "amazonin.db"), Path.Combine(aside.FullName, "amazonin.db"));
        await using (var portal = Database.AnotherInstance())
        {
            var refused = await Assert.ThrowsAsync<StorageUnavailableException>(
                () => portal.GetRequiredService<DatabasePreparation>().RunAsync(Cancelled));
            Assert.Contains("Run restore again", refused.Message, StringComparison.Ordinal);
        }

        Assert.NotNull((await RestoreAsync($"{Backup}.none")).Error);

        Assert.Equal("Amazon IN", await NameAsync());
    }

    private async Task<string> NameAsync()
    {
        await using var db = Database.Open();
        return await db.Channels.Select(channel => channel.Name).SingleAsync(Cancelled);
    }

    private async Task<BackupFiles> WriteAsync(string? passphrase = null)
    {
        var written = await Database.Get<IPortalBackups>().WriteAsync(Backup, passphrase, Cancelled);
        Assert.True(written.Succeeded, written.Error?.Message);
        return written.Value;
    }

    private async Task RefusedAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(Backup, bytes, Cancelled);
        var refused = await RestoreAsync();
        Assert.Equal("backup.unusable", refused.Error?.Code);
        Assert.DoesNotContain('\n', refused.Error!.Message);
    }

    private void CloseIdle() => ContextFactories.CloseIdle(Database.Get<IOptions<DatabaseOptions>>().Value);

    // By a process of its own, as the verb does.
    private async Task<Result<RestoredBackup>> RestoreAsync(
        string? file = null, string? passphrase = null, Func<RestoredBackup, Task>? stand = null)
    {
        CloseIdle();
        await using var verb = Database.AnotherInstance(new FakeTimeProvider(Clock.GetUtcNow()));
        var restored = await verb.GetRequiredService<IPortalBackups>()
            .RestoreAsync(file ?? Backup, passphrase, stand ?? (_ => Task.CompletedTask), Cancelled);
        CloseIdle();
        return restored;
    }
}

using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Verbs;

/// <summary>The drill of docs/operations.md, by the verbs themselves (security.md D-33, F-48).</summary>
public sealed class RestoreDrillTests : IDisposable
{
    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("amazonin-drill-");

    private string Data => Path.Combine(home.FullName, "data");

    private string Backup => Path.Combine(home.FullName, "backup");

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    [Trait("Row", "X6")]
    public async Task Lost_data_comes_back_and_what_has_expired_does_not()
    {
        var (live, expired) = await WorkAsync();
        var (code, output, error) = await RunAsync("backup", Backup);
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains($"{Backup}.keys", output, StringComparison.Ordinal);
        foreach (var lost in Directory.EnumerateFiles(Data, "*.db*"))
        {
            File.Delete(lost);
        }

        (code, output, error) = await RunAsync("restore", Backup);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("order keys from the backup, because there were none here", output, StringComparison.Ordinal);
        Assert.Contains("the personal data of 1 orders", output, StringComparison.Ordinal);
        await using var portal = await StartAsync();
        Assert.NotNull(await OpenAsync(portal, live));
        Assert.Null(await OpenAsync(portal, expired));
        await using var keys = await portal.Services.GetRequiredService<IDbContextFactory<KeyDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await keys.DataKeys.AnyAsync(
            key => key.AmazonOrderId == expired, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await RunAsync("audit", "verify")).Code);
    }

    [Fact]
    [Trait("Row", "X6")]
    public async Task Restored_over_newer_data_what_was_destroyed_since_stays_destroyed_and_the_trail_says_so()
    {
        var (live, _) = await WorkAsync();
        await RunAsync("backup", Backup);
        await RunAsync("user", "create", "--email", "later@example.com", "--role", "Viewer");
        Assert.Equal(0, (await RunAsync("audit", "verify")).Code);
        await using (var portal = await StartAsync())
        {
            await using var keys = await portal.Services.GetRequiredService<IDbContextFactory<KeyDbContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken);
            await keys.DataKeys.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        var (code, output, error) = await RunAsync("restore", Backup);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("what was destroyed since the backup stays destroyed", output, StringComparison.Ordinal);
        await using (var portal = await StartAsync())
        {
            Assert.Null(await OpenAsync(portal, live));
        }

        (code, output, error) = await RunAsync("audit", "verify");
        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("A backup was restored once", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_portal_runs_a_backup_is_made_keys_are_rotated_and_no_restore_begins()
    {
        await using var portal = await StartAsync();
        await portal.SetUpAsync();

        Assert.Equal(0, (await RunAsync("backup", Backup)).Code);
        var rotated = await RunAsync("rotate-keys");
        Assert.Equal((0, string.Empty), (rotated.Code, rotated.Error));
        Assert.Contains("is active", rotated.Output, StringComparison.Ordinal);
        var (code, output, error) = await RunAsync("restore", Backup);

        Assert.Equal((1, string.Empty), (code, output));
        Assert.Contains("Stop it before you restore", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        using var browser = await portal.LoginAsync();
    }

    [Fact]
    public async Task A_passphrase_comes_from_standard_input()
    {
        await RunAsync("migrate");

        Assert.Equal(1, (await RunWithAsync("short\n", "backup", Backup, "--passphrase-stdin")).Code);
        Assert.Equal(0, (await RunWithAsync("correct horse battery\n", "backup", Backup, "--passphrase-stdin")).Code);
        var wrong = await RunWithAsync("something else entirely\n", "restore", Backup, "--passphrase-stdin");
        Assert.Equal(1, wrong.Code);
        Assert.Single(wrong.Error.TrimEnd().Split('\n'));
        Assert.Equal(0, (await RunWithAsync("correct horse battery\n", "restore", Backup, "--passphrase-stdin")).Code);
    }

    [Fact]
    public async Task On_a_server_the_verbs_point_to_its_own_backup()
    {
        var (code, _, error) = await VerbRun.OfAsync(["restore", Backup], Data, configuration: new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:AmazonIn"] = "Server=db;Database=AmazonIn;Integrated Security=true",
        });

        Assert.Equal(1, code);
        Assert.StartsWith("The data is on SQL Server, whose own BACKUP and RESTORE do this", error, StringComparison.Ordinal);
    }

    // A shop with synced orders; the contact of one of them expires while no portal runs.
    private async Task<(string Live, string Expired)> WorkAsync()
    {
        await using var portal = await StartAsync();
        await portal.SetUpAsync();
        await portal.WaitForModuleAsync(await portal.ConnectDemoAsync(), SyncModule.Orders);
        await using var db = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var orders = await db.SalesOrders.Where(order => order.HasContact).Select(order => order.AmazonOrderId!).Take(2)
            .ToListAsync(TestContext.Current.CancellationToken);
        await db.SalesOrders.Where(order => order.AmazonOrderId == orders[1]).ExecuteUpdateAsync(
            set => set.SetProperty(order => order.ContactExpiresAt, portal.Services.GetRequiredService<TimeProvider>().GetUtcNow()),
            TestContext.Current.CancellationToken);
        Assert.NotNull(await OpenAsync(portal, orders[1]));
        return (orders[0], orders[1]);
    }

    private static async Task<object?> OpenAsync(PortalFactory portal, string amazonOrderId)
    {
        var channel = Assert.Single(await portal.Services.GetRequiredService<IChannelStore>().ListAsync(TestContext.Current.CancellationToken));
        return await portal.Services.GetRequiredService<IContactVault>()
            .OpenAsync(channel.Id, amazonOrderId, TestContext.Current.CancellationToken);
    }

    private Task<PortalFactory> StartAsync() => PortalFactory.StartAsync(sharedData: Data);

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] line) => VerbRun.OfAsync(line, Data);

    private Task<(int Code, string Output, string Error)> RunWithAsync(string input, params string[] line) =>
        VerbRun.OfAsync(line, Data, input);
}

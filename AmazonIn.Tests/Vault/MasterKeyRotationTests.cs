using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Keys;
using AmazonIn.Infrastructure;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Vault;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Vault;

/// <summary>The master key is replaced while portals work (security.md C-04, F-16).</summary>
public abstract class MasterKeyRotationTests(DatabaseProvider provider) : SellerTests(provider)
{
    private const string Order = "403-0000001-0000001";

    private static readonly BuyerContact Contact = new() { BuyerName = "Asha Rao", BuyerEmail = "asha@marketplace.amazon.in" };

    private readonly InMemoryAudit _audit = new();

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        var run = await TakenAsync(SyncModule.Orders);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, run, Channel, context)
            .ImportAsync(AnAmazonOrder.Unshipped(Order) with { Contact = Contact });
        await FinishAsync(run);
    }

    [Fact]
    public async Task After_a_rotation_everything_reads_without_the_old_key()
    {
        var before = Database.Get<MasterKeys>().Active.Id;
        var buyer = BuyerKey(Database.Get<IContactVault>());

        var rotated = await RotateAsync(Cancelled);
        var forgotten = await new ForgetOldMasterKeys(Database.Get<IMasterKeyRotation>(), _audit).RunAsync(Actor.CommandLine, Cancelled);

        Assert.Equal((1, 1, false), (rotated.DataKeys, rotated.PortalKeys, rotated.Resumed));
        Assert.Equal([before], forgotten.Value!.Ids);
        await using var fresh = Database.AnotherInstance();
        await fresh.PrepareDatabaseAsync(Cancelled);
        Assert.Equal([rotated.KeyId], fresh.GetRequiredService<MasterKeyRing>().Read().Select(key => key.Id));
        await AssertReadableAsync(fresh);
        Assert.Equal(buyer, BuyerKey(fresh.GetRequiredService<IContactVault>()));
    }

    [Fact]
    public async Task A_portal_that_runs_seals_and_opens_during_and_after()
    {
        await using var running = Database.AnotherInstance();
        await SealAsync(running, "before");
        var rotation = Database.Get<IMasterKeyRotation>();

        var begun = await rotation.BeginAsync(Cancelled);
        await AssertReadableAsync(running);
        await SealAsync(running, "during");
        while (await rotation.RewrapDataKeysAsync(1, Cancelled) > 0)
        {
            await AssertReadableAsync(running);
        }

        await rotation.RewrapPortalKeysAsync(Cancelled);
        await rotation.FinishAsync(Cancelled);
        await rotation.ForgetUnusedAsync(Cancelled);
        await SealAsync(running, "after");
        await AssertReadableAsync(running);
        await using var keys = Database.OpenKeys();
        Assert.Equal([begun!.NewKeyId], await keys.DataKeys.Select(key => key.MasterKeyId).Distinct().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task Cut_off_after_any_commit_it_is_gone_on_with_and_makes_no_second_key()
    {
        await Database.Get<IContactVault>().SealAsync(
            Channel.Id, Enumerable.Range(0, 2 * RotateMasterKey.BatchSize).ToDictionary(number => $"order-{number}", _ => Contact), Cancelled);
        await using var keys = Database.OpenKeys();
        var deaths = 0;
        while (!await keys.MasterKeys.AnyAsync(key => key.RetiredAt != null, Cancelled))
        {
            Assert.True(++deaths < 20, "It does not come to an end.");
            await DieAfterACommitAsync();
            await AssertReadableAsync(Database.Get<IServiceProvider>());
            await SealAsync(Database.Get<IServiceProvider>(), $"meanwhile-{deaths}");
        }

        Assert.True(deaths >= 5, $"Only {deaths} deaths.");
        Assert.Equal(2, Database.Get<MasterKeyRing>().Read().Count);
        Assert.Equal(
            [Database.Get<MasterKeys>().Active.Id],
            await keys.DataKeys.Select(key => key.MasterKeyId).Distinct().ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_key_that_was_made_and_never_came_into_use_is_taken()
    {
        var made = Database.Get<MasterKeyRing>().Add()!;

        Assert.Equal(made.Id, (await RotateAsync(Cancelled)).KeyId);
    }

    [Fact]
    public async Task Shredded_meanwhile_an_order_stays_shredded()
    {
        var rotation = Database.Get<IMasterKeyRotation>();
        await rotation.BeginAsync(Cancelled);
        await using (var keys = Database.OpenKeys())
        {
            await keys.DataKeys.ExecuteDeleteAsync(Cancelled);
        }

        Assert.Equal(0, await rotation.RewrapDataKeysAsync(10, Cancelled));
        Assert.Null(await Database.Get<IContactVault>().OpenAsync(Channel.Id, Order, Cancelled));
    }

    [Fact]
    public async Task Every_use_of_a_master_key_is_counted()
    {
        var health = Database.Get<IKeyHealth>();
        var before = (await health.CheckAsync(Cancelled)).Wraps;
        await SealAsync(Database.Get<IServiceProvider>(), "one", "two", "three");

        Assert.Equal(before + 3, (await health.CheckAsync(Cancelled)).Wraps);
        await RotateAsync(Cancelled);
        Assert.Equal(1 + 4, (await health.CheckAsync(Cancelled)).Wraps);
        Assert.True(new KeyCondition(false, KeyCondition.MostWraps, Clock.GetUtcNow()).IsWornOut);
    }

    [Fact]
    public async Task The_trail_tells_of_the_rotation_and_nobody_else_may()
    {
        var refused = await new RotateMasterKey(Database.Get<IMasterKeyRotation>(), _audit).RunAsync(
            new Actor("user:1", "Ravi", Role.Manager.Permissions), Cancelled);
        var rotated = await RotateAsync(Cancelled);

        Assert.Equal("access.forbidden", refused.Error!.Code);
        Assert.Equal(
            [AuditOutcome.Refused, AuditOutcome.Granted, AuditOutcome.Done], _audit.Records.Select(record => record.Outcome));
        Assert.Contains(rotated.KeyId, _audit.Records[^1].Details, StringComparison.Ordinal);
    }

    private async Task<RotatedMasterKey> RotateAsync(CancellationToken cancellationToken)
    {
        var rotated = await new RotateMasterKey(Database.Get<IMasterKeyRotation>(), _audit)
            .RunAsync(Actor.CommandLine, cancellationToken);
        Assert.True(rotated.Succeeded, rotated.Error?.Message);
        return rotated.Value;
    }

    // As if the process had died after its first commit to either database.
    private async Task DieAfterACommitAsync()
    {
        using var death = new CancellationTokenSource();
        await using var db = Database.Open();
        await using var keys = Database.OpenKeys();
        using var data = new CommitCounter(db.Database.GetConnectionString()!) { Committed = _ => death.Cancel() };
        using var secret = new CommitCounter(keys.Database.GetConnectionString()!) { Committed = _ => death.Cancel() };
        try
        {
            await RotateAsync(death.Token);
        }
        catch (OperationCanceledException) when (death.IsCancellationRequested)
        {
            // Died.
        }
    }

    private async Task AssertReadableAsync(IServiceProvider portal)
    {
        var opened = await portal.GetRequiredService<IContactVault>().OpenAsync(Channel.Id, Order, Cancelled);
        Assert.Equal("Asha Rao", opened?.BuyerName);
        Assert.Equal(
            "Atzr|A1DEMOSELLERIN",
            await portal.GetRequiredService<IChannelStore>().FindRefreshTokenAsync(Channel.Id, Cancelled));
    }

    private Task SealAsync(IServiceProvider portal, params string[] orderIds) => portal.GetRequiredService<IContactVault>()
        .SealAsync(Channel.Id, orderIds.ToDictionary(id => id, _ => Contact), Cancelled);

    private string BuyerKey(IContactVault vault) => vault.BuyerKey(Channel.Id, Order, Contact);

    public sealed class OnSqlite() : MasterKeyRotationTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : MasterKeyRotationTests(DatabaseProvider.SqlServer);
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Audit;

/// <summary>What people do with channels, syncs and warehouses is in the trail, and not done where it cannot be.</summary>
[Trait("Row", "A1")]
public sealed class AuditedShopTests : IAsyncLifetime
{
    private static readonly Actor Owner = new("user:1", "Asha", Role.Administrator.Permissions);
    private static readonly Actor Viewer = new("user:2", "Vikram", Role.Viewer.Permissions);

    private readonly InMemoryAudit audit = new();
    private PortalFactory? portal;
    private SalesChannel channel = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(services: services => services.AddSingleton<IAuditTrail>(audit));
        await portal.SetUpAsync();
        channel = new SalesChannel("Amazon IN", Marketplace.India, "A1DEMOSELLERIN", DateTimeOffset.UnixEpoch);
        await Get<IChannelStore>().AddAsync(channel, "Atzr|kept", Token);
    }

    public ValueTask DisposeAsync() => portal!.DisposeAsync();

    [Fact]
    public async Task A_channels_life_is_recorded()
    {
        var before = audit.Records.Count;
        await Get<SetStockSync>().RunAsync(Owner, channel.Id, false, Token);
        await Get<MapWarehouse>().RunAsync(Owner, channel.Id, null, Token);
        await Get<DisableChannel>().RunAsync(Owner, channel.Id, Token);
        await Get<EnableChannel>().RunAsync(Owner, channel.Id, Token);
        await Get<RequestSync>().RunAsync(Owner, SyncModule.Orders, channel.Id, Token);
        await Get<DisconnectChannel>().RunAsync(Owner, channel.Id, Token);

        Assert.Equal(
            [
                AuditAction.SetStockSync, AuditAction.MapWarehouse, AuditAction.DisableChannel, AuditAction.EnableChannel,
                AuditAction.RequestSync, AuditAction.DisconnectChannel, AuditAction.DisconnectChannel,
            ],
            audit.Records.Skip(before).Select(record => record.Action));
        Assert.Equal(AuditOutcome.Done, audit.Records[^1].Outcome);
        Assert.Contains("\"credentials\":\"destroyed\"", audit.Records[^1].Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warehouses_are_recorded()
    {
        var added = await Get<AddWarehouse>().RunAsync(Owner, "Pune", Token);
        await Get<RenameWarehouse>().RunAsync(Owner, added.Value!.Id, "Pune East", Token);
        await Get<MakeWarehousePrimary>().RunAsync(Owner, added.Value.Id, Token);

        Assert.Equal(
            [AuditAction.AddWarehouse, AuditAction.RenameWarehouse, AuditAction.MakeWarehousePrimary],
            audit.Records.TakeLast(3).Select(record => record.Action));
    }

    [Fact]
    public async Task Who_may_not_is_recorded_as_refused()
    {
        await Get<DisconnectChannel>().RunAsync(Viewer, channel.Id, Token);
        await Get<CancelRun>().RunAsync(Viewer, 1, Token);
        await Get<SetStockLimits>().RunAsync(Viewer, 1, 0, null, Token);

        Assert.All(
            audit.Records.TakeLast(3),
            record => Assert.Equal((AuditAction.RefuseAccess, AuditOutcome.Refused, Viewer.Id), (record.Action, record.Outcome, record.ActorId)));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        audit.Fault = new StorageUnavailableException("The trail takes nothing.");

        await Assert.ThrowsAsync<StorageUnavailableException>(() => Get<DisconnectChannel>().RunAsync(Owner, channel.Id, Token));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Get<AddWarehouse>().RunAsync(Owner, "Pune", Token));

        Assert.Equal(ChannelState.Active, (await Get<IChannelStore>().FindAsync(channel.Id, Token))!.State);
        Assert.Single(await Get<IWarehouseStore>().ListAsync(Token));
    }

    [Theory]
    [InlineData(AuditAction.AddWarehouse, "INSERT ON Warehouses")]
    [InlineData(AuditAction.RenameWarehouse, "UPDATE ON Warehouses")]
    [InlineData(AuditAction.MakeWarehousePrimary, "UPDATE ON Warehouses")]
    [InlineData(AuditAction.RequestSync, "INSERT ON SyncRuns")]
    [InlineData(AuditAction.Resync, "INSERT ON SyncRuns")]
    [InlineData(AuditAction.ImportStock, "INSERT ON StockMovements")]
    public async Task What_breaks_is_recorded_as_failed(string action, string broken)
    {
        var act = await PrepareAsync(action);
        await using (var db = await Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token))
        {
            var fault = $"CREATE TRIGGER Broken BEFORE {broken} BEGIN SELECT RAISE(ABORT, 'The disk is broken.'); END";
            await db.Database.ExecuteSqlRawAsync(fault, Token);
        }

        await Assert.ThrowsAnyAsync<Exception>(act);

        Assert.Equal(
            [(action, AuditOutcome.Granted), (action, AuditOutcome.Failed)],
            audit.Records.TakeLast(2).Select(record => (record.Action, record.Outcome)));
    }

    private async Task<Func<Task>> PrepareAsync(string action)
    {
        switch (action)
        {
            case AuditAction.AddWarehouse:
                return () => Get<AddWarehouse>().RunAsync(Owner, "Pune", Token);
            case AuditAction.RenameWarehouse:
                var renamed = await Get<AddWarehouse>().RunAsync(Owner, "Pune", Token);
                return () => Get<RenameWarehouse>().RunAsync(Owner, renamed.Value!.Id, "Pune East", Token);
            case AuditAction.MakeWarehousePrimary:
                var preferred = await Get<AddWarehouse>().RunAsync(Owner, "Pune", Token);
                return () => Get<MakeWarehousePrimary>().RunAsync(Owner, preferred.Value!.Id, Token);
            case AuditAction.RequestSync:
                return () => Get<RequestSync>().RunAsync(Owner, SyncModule.Orders, channel.Id, Token);
            case AuditAction.Resync:
                var run = new SyncRun(channel.Id, SyncModule.Orders, RunTrigger.Manual, Owner.Name, DateTimeOffset.UnixEpoch);
                await Get<ISyncJournal>().RequestAsync(run, Token);
                await Get<ISyncJournal>().RequestCancelAsync(run.Id, DateTimeOffset.UnixEpoch, Token);
                return () => Get<ResyncRun>().RunAsync(Owner, run.Id, Token);
            case AuditAction.ImportStock:
                await using (var db = await Get<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Token))
                {
                    db.Add(new Item("KET", "Kettle", null, FulfilledBy.Merchant, DateTimeOffset.UnixEpoch));
                    await db.SaveChangesAsync(Token);
                }

                return () => Get<ImportAdjustments>().RunAsync(
                    Owner, new ImportAdjustmentsRequest("sku,quantity\nKET,4", "Counted"), Token);
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, null);
        }
    }

    private T Get<T>()
        where T : notnull => portal!.Services.GetRequiredService<T>();
}

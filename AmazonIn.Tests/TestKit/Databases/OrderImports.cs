using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncOrders;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>Imports pages of orders through the real use case, store and vault.</summary>
internal sealed class OrderImports : IWaitObserver
{
    private readonly OrderPageImporter _importer;
    private readonly OrderRun _run;

    public OrderImports(TestDatabase database, SyncRun run, SalesChannel channel, ImportContext context)
    {
        _importer = new OrderPageImporter(
            database.Get<IOrderImportStore>(),
            database.Get<IContactVault>(),
            database.Get<ISyncJournal>(),
            Faults,
            Faults,
            Faults,
            Audit,
            database.Get<TimeProvider>());
        _run = new OrderRun(run, channel, context, this, new HashSet<string>(StringComparer.Ordinal));
    }

    public Quiet Faults { get; } = new();

    public InMemoryAudit Audit { get; } = new();

    public async Task ImportAsync(params IEnumerable<MarketplaceOrder> page)
    {
        var records = page
            .Select(order => new MarketplaceRecord<MarketplaceOrder>(order.OrderId, order))
            .ToList();
        await _importer.ImportAsync(_run, records, null, null, TestContext.Current.CancellationToken);
        Assert.Empty(Faults.Faults);
    }

    public Task WaitingAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}

using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncOrders;

/// <summary>What belongs to one run of orders while it is worked on.</summary>
/// <param name="Seen">Keys counted in this run, so that an order on two pages counts once.</param>
public sealed record OrderRun(
    SyncRun Run,
    SalesChannel Channel,
    ImportContext Context,
    IWaitObserver Waits,
    HashSet<string> Seen);

using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncItems;

/// <summary>What belongs to one run of items while it is worked on.</summary>
/// <param name="WarehouseId">Where opening stock goes.</param>
/// <param name="Seen">SKUs counted in this run, so that a listing on two pages counts once.</param>
public sealed record ItemRun(
    SyncRun Run,
    SalesChannel Channel,
    long WarehouseId,
    IWaitObserver Waits,
    HashSet<string> Seen);

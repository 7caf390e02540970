using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>One page of orders, ready to be written.</summary>
/// <param name="Run">The run, with the page already recorded.</param>
/// <param name="Orders">New and changed orders only.</param>
/// <param name="Demands">What orders want of our stock that are no sales orders: pending ones, and shipped ones that the
/// preference leaves out. Sales orders bring their own.</param>
/// <param name="Entries">One a record of the page that was synced or failed.</param>
public sealed record OrderImportPage(
    SyncRun Run,
    IReadOnlyList<ImportedOrder> Orders,
    IReadOnlyList<OrderDemand> Demands,
    IReadOnlyList<SyncEntry> Entries);

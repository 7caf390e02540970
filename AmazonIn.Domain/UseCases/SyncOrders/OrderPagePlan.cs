using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.SyncOrders;

/// <summary>What a page of orders comes to, before anything is written.</summary>
internal sealed class OrderPagePlan
{
    /// <summary>Orders to write, each with the buyer's contact as it arrived.</summary>
    public List<(SalesOrder Order, BuyerContact? Contact)> Orders { get; } = [];

    /// <summary>What orders want of our stock that are no sales orders.</summary>
    public List<OrderDemand> Demands { get; } = [];

    public List<SyncEntry> Entries { get; } = [];

    public int Synced { get; set; }

    public int NotSynced { get; set; }

    public int PassedOver { get; set; }
}

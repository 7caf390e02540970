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

    /// <summary>Amazon ids of orders whose contact Amazon sent and whose time is over: it is not kept.</summary>
    public HashSet<string> Withheld { get; } = new(StringComparer.Ordinal);

    public List<SyncEntry> Entries { get; } = [];

    public int Synced { get; set; }

    public int NotSynced { get; set; }

    public int PassedOver { get; set; }

    /// <summary>The orders are written without their contacts, and told as not synced so that they are fetched again.</summary>
    public void LeaveContactsOut()
    {
        foreach (var index in Enumerable.Range(0, Orders.Count).Where(index => Orders[index].Contact is not null))
        {
            var order = Orders[index].Order;
            Orders[index] = (order, null);
            var entry = Entries.FindIndex(
                candidate => candidate.Key == order.AmazonOrderId && candidate.Outcome == EntryOutcome.Synced);
            if (entry >= 0)
            {
                Entries[entry] = SyncEntry.Not(
                    EntryKind.Order,
                    order.AmazonOrderId!,
                    "order.contact-keys",
                    "The order is stored without the buyer's contact, because the keys that protect contacts are unavailable. "
                    + "It is fetched again with the next runs.");
                Synced--;
                NotSynced++;
            }
        }
    }
}

using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>What disconnecting a channel removed, and what stays.</summary>
internal sealed record RemovedChannelJson(long Id, string Name, RemovedJson Removed, KeptJson Kept)
{
    public static RemovedChannelJson Of(RemovedChannel removed) => new(
        removed.ChannelId,
        removed.Name,
        new RemovedJson(
            removed.Credentials,
            removed.Keys,
            removed.Contacts,
            removed.BuyerMarks,
            removed.Listings,
            removed.Quantities,
            removed.Runs,
            removed.Entries,
            removed.PendingOrdersReleased),
        new KeptJson(removed.OrdersKept, removed.OpenOrdersKept, removed.CustomersKept));
}

using AmazonIn.Domain.Orders;

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>The bulk way in for orders: a handful of statements a page, never one an order.</summary>
public interface IOrderImportStore
{
    /// <summary>Our orders among the ids, with their lines, by Amazon order id.</summary>
    Task<IReadOnlyDictionary<string, SalesOrder>> LoadAsync(
        long channelId,
        IReadOnlyCollection<string> amazonOrderIds,
        CancellationToken cancellationToken);

    /// <summary>Our items of the SKUs: by the channel's links first, then by the item's own SKU.</summary>
    Task<IReadOnlyDictionary<string, long>> FindItemsAsync(
        long channelId,
        IReadOnlyCollection<string> skus,
        CancellationToken cancellationToken);

    /// <summary>
    /// Writes a page in one transaction: customers, orders, lines, comments, sealed contacts, the run's entries and
    /// counts, the retries, and what all that moves in stock. All of it or nothing. Afterwards every order has its id.
    /// </summary>
    /// <exception cref="LeaseLostException">Another instance took the run.</exception>
    /// <exception cref="ConcurrentChangeException">Somebody else changed an order of the page since it was read.</exception>
    Task SaveAsync(OrderImportPage page, CancellationToken cancellationToken);
}

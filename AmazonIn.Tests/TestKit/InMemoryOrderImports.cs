using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;

namespace AmazonIn.Tests.TestKit;

/// <summary>Order store and vault for one process; refuses the orders in <see cref="Refused"/> as a database might.</summary>
internal sealed class InMemoryOrderImports(InMemoryJournal journal) : IOrderImportStore, IContactVault
{
    private long _nextId = 1;

    public Dictionary<string, SalesOrder> Orders { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, BuyerContact> Contacts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Items { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Refused { get; } = new(StringComparer.Ordinal);

    public List<string?> BuyerKeys { get; } = [];

    public int Saves { get; private set; }

    public Task<IReadOnlyDictionary<string, SalesOrder>> LoadAsync(
        long channelId,
        IReadOnlyCollection<string> amazonOrderIds,
        CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, SalesOrder>>(Orders
            .Where(pair => amazonOrderIds.Contains(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));

    public Task<IReadOnlyDictionary<string, long>> FindItemsAsync(
        long channelId,
        IReadOnlyCollection<string> skus,
        CancellationToken cancellationToken) => Task.FromResult<IReadOnlyDictionary<string, long>>(Items);

    public Task SaveAsync(OrderImportPage page, CancellationToken cancellationToken)
    {
        Saves++;
        if (page.Orders.Any(imported => Refused.Contains(imported.Order.AmazonOrderId!)))
        {
            throw new InvalidOperationException("A value does not fit.");
        }

        foreach (var imported in page.Orders)
        {
            if (imported.Order.Id == 0)
            {
                Identity.Assign(imported.Order, _nextId++);
            }

            Orders[imported.Order.AmazonOrderId!] = imported.Order;
            BuyerKeys.Add(imported.Customer?.BuyerKey);
        }

        foreach (var entry in page.Entries)
        {
            entry.BelongTo(page.Run.Id);
            journal.Entries.Add(entry);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, SealedContact>> SealAsync(
        long channelId,
        IReadOnlyDictionary<string, BuyerContact> contacts,
        CancellationToken cancellationToken)
    {
        foreach (var (id, contact) in contacts)
        {
            Contacts[id] = contact;
        }

        return Task.FromResult<IReadOnlyDictionary<string, SealedContact>>(contacts.Keys.ToDictionary(
            id => id, id => new SealedContact(id, Guid.Empty, []), StringComparer.Ordinal));
    }

    public string BuyerKey(long channelId, string amazonOrderId, BuyerContact? contact) =>
        contact?.BuyerEmail is null ? $"order:{amazonOrderId}" : "hash";

    public Task<BuyerContact?> OpenAsync(long channelId, string amazonOrderId, CancellationToken cancellationToken) =>
        Task.FromResult(Contacts.GetValueOrDefault(amazonOrderId));
}

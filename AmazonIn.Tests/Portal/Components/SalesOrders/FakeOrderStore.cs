using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

/// <summary>Sales orders in memory, for what a person does with them on a screen.</summary>
internal sealed class FakeOrderStore : IOrderStore, IOutboxSignal
{
    public List<SalesOrder> Orders { get; } = [];

    public int Saves { get; private set; }

    /// <summary>Thrown by every save while set.</summary>
    public Exception? Fault { get; set; }

    public Task<OrderFile?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Orders.Find(order => order.Id == id) is { } order ? new OrderFile(order, []) : null);

    public Task<OrderFile?> FindByPackageAsync(long packageId, CancellationToken cancellationToken) =>
        Task.FromResult<OrderFile?>(null);

    public Task AddAsync(SalesOrder order, CancellationToken cancellationToken)
    {
        Identity.Assign(order, 100 + Orders.Count);
        Orders.Add(order);
        return Save();
    }

    public Task SaveAsync(SalesOrder order, IReadOnlyList<Package> packages, CancellationToken cancellationToken) => Save();

    public Task RecordPickupAsync(long packageId, Action<Pickup> change, CancellationToken cancellationToken) => Save();

    public void Ring()
    {
    }

    private Task Save()
    {
        Saves++;
        return Fault is null ? Task.CompletedTask : Task.FromException(Fault);
    }
}

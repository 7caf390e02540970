using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.Carriers;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Tests.UseCases.EasyShip;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.TestKit;

/// <summary>Orders with their packages, and the carriers, in memory: stores and queries over the same things.</summary>
internal sealed class InMemoryShipping : IOrderStore, ICarrierStore, IPackageQueries, IShipmentQueries
{
    private readonly Dictionary<long, OrderFile> _files = [];
    private readonly List<Carrier> _carriers = [];
    private long _ids = 100;

    public InMemoryShipping()
    {
        foreach (var carrier in Carrier.Initial)
        {
            AddAsync(new Carrier(carrier.Name, carrier.AmazonCode), CancellationToken.None);
        }
    }

    public ScriptedEasyShip EasyShip { get; } = new();

    public Exception? Fault { get; set; }

    public bool ChannelRests { get; set; }

    public ShipmentStatus Status { get; set; } = new(0, 0, 0, 0, 0, 0);

    public List<(PackageFilter Filter, SortBy<PackageSort> Sort)> PackageFilters { get; } = [];

    public List<(ShipmentFilter Filter, SortBy<ShipmentSort> Sort)> ShipmentFilters { get; } = [];

    public IReadOnlyList<Carrier> Carriers => _carriers;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IOrderStore>(this);
        services.AddSingleton<ICarrierStore>(this);
        services.AddSingleton<IPackageQueries>(this);
        services.AddSingleton<IShipmentQueries>(this);
        services.AddSingleton<IOutboxSignal>(new Quiet());
        services.AddSingleton(PrivacySettings.Default);
        services.AddTransient<ShipmentTerms>();
        services.AddTransient<PackOrder>();
        services.AddTransient<UnpackPackage>();
        services.AddSingleton<IMarketplaceEasyShip>(EasyShip);
        services.AddTransient<EasyShipParcels>();
        services.AddTransient<ListPickupSlots>();
        services.AddTransient<EasyShipCarrier>();
        services.AddTransient<SchedulePickup>();
        services.AddTransient<ReschedulePickup>();
        services.AddTransient<CheckPickup>();

        // No carrier of these tests gets a contact, so the gate is never asked.
        services.AddTransient(provider => new HandOverPackage(null!, provider.GetRequiredService<IAuditTrail>()));
        services.AddTransient<CreateShipment>();
        services.AddTransient<CorrectShipment>();
        services.AddTransient<RetryConfirmation>();
        services.AddTransient<DecideCancelRequest>();
        services.AddTransient<PreviewOrderStep>();
        services.AddTransient<VoidOrder>();
        services.AddTransient<UnfulfilOrder>();
        services.AddTransient<FulfilOrder>();
        services.AddTransient<SaveCarrier>();
        services.AddTransient<RemoveCarrier>();
    }

    /// <summary>Keeps an order under an id, and gives its lines ids.</summary>
    public OrderFile Keep(long id, SalesOrder order)
    {
        Identity.Assign(order, id);
        foreach (var line in order.Lines)
        {
            Identity.Assign(line, ++_ids);
        }

        return _files[id] = new OrderFile(order, []);
    }

    public OrderFile File(long id) => _files[id];

    public Task<OrderFile?> FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(_files.GetValueOrDefault(id));

    public Task<OrderFile?> FindByPackageAsync(long packageId, CancellationToken cancellationToken) =>
        Task.FromResult(_files.Values.FirstOrDefault(file => file.Packages.Any(package => package.Id == packageId)));

    public Task AddAsync(SalesOrder order, CancellationToken cancellationToken)
    {
        Keep(++_ids, order);
        return Task.CompletedTask;
    }

    public Task SaveAsync(SalesOrder order, IReadOnlyList<Package> packages, CancellationToken cancellationToken)
    {
        foreach (var package in packages)
        {
            if (package.Id == 0)
            {
                Identity.Assign(package, ++_ids);
            }

            if (package.Shipment is { Id: 0 } shipment)
            {
                Identity.Assign(shipment, ++_ids);
            }
        }

        _files[order.Id] = new OrderFile(order, [.. packages]);
        return Task.CompletedTask;
    }

    public Task RecordPickupAsync(long packageId, Action<Pickup> change, CancellationToken cancellationToken)
    {
        var packages = _files.Values.SelectMany(file => file.Packages);
        if (packages.FirstOrDefault(package => package.Id == packageId)?.Pickup is { } pickup)
        {
            change(pickup);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Carrier>> ListAsync(CancellationToken cancellationToken) =>
        Fault is null ? Task.FromResult<IReadOnlyList<Carrier>>([.. _carriers]) : throw Fault;

    public Task AddAsync(Carrier carrier, CancellationToken cancellationToken)
    {
        Identity.Assign(carrier, ++_ids);
        _carriers.Add(carrier);
        return Task.CompletedTask;
    }

    public Task SaveAsync(Carrier carrier, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RemoveAsync(long id, CancellationToken cancellationToken)
    {
        _carriers.RemoveAll(carrier => carrier.Id == id);
        return Task.CompletedTask;
    }

    Task<PageOf<PackageRow>> IPackageQueries.ListAsync(
        PackageFilter filter, SortBy<PackageSort> sort, PageRequest page, CancellationToken cancellationToken)
    {
        PackageFilters.Add((filter, sort));
        var rows = Rows().ToList();
        return Fault is null ? Task.FromResult(new PageOf<PackageRow>(rows, rows.Count)) : throw Fault;
    }

    Task<PackageRow?> IPackageQueries.FindAsync(long id, CancellationToken cancellationToken) =>
        Task.FromResult(Rows().FirstOrDefault(row => row.Id == id));

    public Task<IReadOnlyList<PackageRow>> FindManyAsync(
        IReadOnlyList<long> ids, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PackageRow>>(
        [.. ids.SelectMany(id => Rows().Where(row => row.Id == id))]);

    public Task<ParcelSize?> LastSizeAsync(CancellationToken cancellationToken) => Task.FromResult(_files.Values
        .SelectMany(file => file.Packages)
        .OrderByDescending(package => package.Id)
        .Select(package => package.Pickup?.Size)
        .FirstOrDefault(size => size is not null));

    public Task<IReadOnlyList<AwaitedPickup>> AwaitedPickupsAsync(
        DateTimeOffset scheduledFrom, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AwaitedPickup>>(
        [
            .. _files.Values.SelectMany(file => file.Packages
                .Where(package => package is { Shipment: null, Pickup: { IsActive: true } pickup }
                    && pickup.ScheduledAt >= scheduledFrom)
                .Select(package => new AwaitedPickup(package.Id, file.Order.ChannelId!.Value))),
        ]);

    public Task<OrderShipping?> OfOrderAsync(long salesOrderId, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        return Task.FromResult<OrderShipping?>(_files.TryGetValue(salesOrderId, out var file)
            ? new OrderShipping(
                [.. file.Packages.Select(package => Row(file.Order, package))],
                [
                    .. file.Order.Lines
                        .Select(line => new PackageLineRow(
                            line.Id, line.Sku, line.Title, PackingPolicy.LeftToPack(line, file.Packages)))
                        .Where(line => line.Quantity > 0),
                ],
                file.Order.AwaitsCancelDecision,
                true,
                ChannelRests)
            : new OrderShipping([], [], true, true, ChannelRests));
    }

    Task<PageOf<ShipmentRow>> IShipmentQueries.ListAsync(
        ShipmentFilter filter, SortBy<ShipmentSort> sort, PageRequest page, CancellationToken cancellationToken)
    {
        ShipmentFilters.Add((filter, sort));
        var rows = Rows().Select(row => row.Shipment).OfType<ShipmentRow>().ToList();
        return Fault is null ? Task.FromResult(new PageOf<ShipmentRow>(rows, rows.Count)) : throw Fault;
    }

    public Task<ShipmentStatus> StatusAsync(long channelId, DateTimeOffset since, CancellationToken cancellationToken) =>
        Fault is null ? Task.FromResult(Status) : throw Fault;

    private IEnumerable<PackageRow> Rows() =>
        _files.Values.SelectMany(file => file.Packages.Select(package => Row(file.Order, package)));

    private static PackageRow Row(SalesOrder order, Package package) => new(
        package.Id,
        package.Number,
        order.Id,
        order.Number,
        order.AmazonOrderId,
        order.Status,
        order.ChannelId,
        "Amazon IN",
        package.Reference,
        package.PackedBy,
        package.PackedAt,
        [
            .. package.Lines.Select(line => new PackageLineRow(
                line.OrderLineId, order.Lines.Single(one => one.Id == line.OrderLineId).Sku, null, line.Quantity)),
        ],
        package.Shipment is { } shipment ? Row(order, package, shipment) : null,
        PickupRow.Of(package.Pickup));

    private static ShipmentRow Row(SalesOrder order, Package package, Shipment shipment) => new(
        shipment.Id,
        shipment.Number,
        package.Id,
        package.Number,
        order.Id,
        order.Number,
        order.AmazonOrderId,
        order.ChannelId,
        "Amazon IN",
        shipment.CarrierCode,
        shipment.CarrierName,
        shipment.TrackingNumber,
        shipment.ShippedAt,
        package.Lines.Sum(line => line.Quantity),
        shipment.State,
        shipment.ToldAt is not null,
        shipment.Answer,
        shipment.RequestId,
        shipment.AnsweredAt,
        shipment.Attempts,
        shipment.NotBefore,
        shipment.ReadBackAt,
        shipment.SeenAt);
}

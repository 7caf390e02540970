using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Tests.UseCases.EasyShip;

/// <summary>Easy Ship with answers that a test sets; keeps what was booked.</summary>
internal sealed class ScriptedEasyShip : IMarketplaceEasyShip
{
    public static PickupSlot Morning { get; } = Slot("morning", 4);

    public static PickupSlot Evening { get; } = Slot("evening", 9);

    public List<PickupBooking> Booked { get; } = [];

    public List<(string OrderId, EasyShipDocument Document)> Made { get; } = [];

    public PickupState State { get; set; }

    public string? TrackingId { get; set; } = "300000000001";

    /// <summary>What reading some orders fails with.</summary>
    public Dictionary<string, Exception> Faults { get; } = [];

    public List<string> Read { get; } = [];

    /// <summary>What happens while Amazon is being asked.</summary>
    public Func<Task> OnRead { get; set; } = () => Task.CompletedTask;

    public Error? Refusal { get; set; }

    public Task<Result<IReadOnlyList<PickupSlot>>> ListSlotsAsync(
        ChannelConnection channel, string orderId, ParcelSize size, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<PickupSlot>>([Morning, Evening]);

    public Task<Result<ScheduledPickup>> ScheduleAsync(
        ChannelConnection channel, PickupBooking booking, CancellationToken cancellationToken)
    {
        Booked.Add(booking);
        return Answer(Shown(booking.Slot));
    }

    public Task<Result<ScheduledPickup>> RescheduleAsync(
        ChannelConnection channel, string orderId, string? packageId, PickupSlot slot, CancellationToken cancellationToken) =>
        Answer(Shown(slot));

    public async Task<Result<ScheduledPickup>> ReadAsync(
        ChannelConnection channel, string orderId, CancellationToken cancellationToken)
    {
        Read.Add(orderId);
        await OnRead();
        return Faults.TryGetValue(orderId, out var fault) ? throw fault : await Answer(Shown(Morning));
    }

    public Task<Result<byte[]>> MakeDocumentAsync(
        ChannelConnection channel, string orderId, EasyShipDocument document, CancellationToken cancellationToken)
    {
        Made.Add((orderId, document));
        return Answer("%PDF-1.4"u8.ToArray());
    }

    private Task<Result<T>> Answer<T>(T value) => Task.FromResult<Result<T>>(Refusal is { } refusal ? refusal : value);

    private ScheduledPickup Shown(PickupSlot slot) => new("amazon-package-1", slot, State, TrackingId);

    private static PickupSlot Slot(string id, int hour)
    {
        var start = new DateTimeOffset(2026, 11, 24, hour, 30, 0, TimeSpan.Zero);
        return new PickupSlot(id, start, start.AddHours(3), HandoverMethod.Pickup);
    }
}

using AmazonIn.Domain.Common;
using AmazonIn.Domain.Shipping;

namespace AmazonIn.Domain.UseCases.EasyShip;

/// <summary>Refusals around pickups by Amazon Easy Ship that do not come from Amazon.</summary>
internal static class EasyShipErrors
{
    public static Error NotEasyShip => new(
        "easy-ship.other-order",
        "Amazon does not collect this order. Ship it with a carrier of yours and enter the tracking number.",
        ErrorKind.Conflict);

    public static Error ChannelRests => new(
        "easy-ship.channel-inactive",
        "The integration is not active, so Amazon cannot be asked. Enable it first, or use Seller Central.",
        ErrorKind.Conflict);

    public static Error OnePackage(Package other) => new(
        "easy-ship.one-package",
        $"Easy Ship collects an order in one parcel, and {other.Number} is scheduled already. Unpack this one and send its "
        + "units with that parcel.",
        ErrorKind.Conflict);

    public static Error Scheduled(Package package) => new(
        "easy-ship.scheduled", $"{package.Number} is scheduled already. Reschedule it instead.", ErrorKind.Conflict);

    public static Error NotScheduled(Package package) => new(
        "easy-ship.not-scheduled", $"{package.Number} has no pickup yet. Schedule one first.", ErrorKind.Conflict);

    public static Error HasLeft(Package package) => new(
        "easy-ship.has-left", $"Amazon has taken {package.Number} already; its pickup cannot be moved.", ErrorKind.Conflict);
}

using System.Net;
using AmazonIn.Domain.Common;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.EasyShip;

/// <summary>Amazon said no to an Easy Ship call, and why. Never leaves the client.</summary>
internal sealed class EasyShipRefusedException : Exception
{
    private EasyShipRefusedException(string? code, Error error)
        : base(error.Message) => (Code, Error) = (code, error);

    public Error Error { get; }

    /// <summary>Whether the order has a scheduled package already.</summary>
    public bool IsScheduledAlready => Code == "ScheduledPackageAlreadyExists";

    private string? Code { get; }

    /// <summary>The refusal that the answer is; null where it is about something else than this parcel.</summary>
    public static EasyShipRefusedException? Of(HttpResponseMessage response)
    {
        var error = ErrorEnvelope.Of(response);
        var refused = response.StatusCode switch
        {
            HttpStatusCode.BadRequest => !SpApiErrors.SpeaksOfRegion(error),
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed => true,
            _ => false,
        };
        return refused ? new EasyShipRefusedException(error.Code, Words(error)) : null;
    }

    /// <summary>By Amazon's <c>Code</c> of Easy Ship 2022-03-23.</summary>
    private static Error Words(ErrorEnvelope error) => error.Code switch
    {
        "InvalidTimeSlotId" or "ScheduleWindowExpired" or "RetryableAfterGettingNewSlots" or "TimeSlotNotAvailable" => new(
            "easy-ship.slot-gone",
            "This slot is gone: its time has passed, or Amazon gave it away. Look at the slots again and choose another.",
            ErrorKind.Conflict),
        "ScheduledPackageAlreadyExists" => new(
            "easy-ship.scheduled-already", "Amazon has a pickup for this order already.", ErrorKind.Conflict),
        "InvalidOrderState" => new(
            "easy-ship.order-state",
            "Amazon does not collect this order as it stands: it is canceled, on its way, or still pending. The next sync "
            + "shows its state.",
            ErrorKind.Conflict),
        "OrderNotEligibleForRescheduling" => new(
            "easy-ship.not-movable",
            "Amazon does not move this pickup any more: it is too close, or the parcel is on its way.",
            ErrorKind.Conflict),
        "RegionNotSupported" => new(
            "easy-ship.region", "Amazon has no Easy Ship at the address that the parcel goes out from.", ErrorKind.Conflict),
        "ResourceNotFound" => new(
            "easy-ship.unknown",
            "Amazon knows no pickup for this order, or not the order. It may have been canceled in Seller Central.",
            ErrorKind.Conflict),
        _ => new(
            "easy-ship.refused",
            $"Amazon refused the parcel. Check its dimensions and weight.{Said(error)}",
            ErrorKind.Conflict),
    };

    private static string Said(ErrorEnvelope error) =>
        (error.Message ?? error.Details ?? error.Code) is { } words ? $" Amazon says: “{words}”" : string.Empty;
}

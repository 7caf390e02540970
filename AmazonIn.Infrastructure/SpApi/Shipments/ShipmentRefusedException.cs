using System.Net;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Shipments;

/// <summary>Amazon said no to a confirmation, and why. Never leaves the client.</summary>
internal sealed class ShipmentRefusedException : Exception
{
    private ShipmentRefusedException(string message, string? requestId)
        : base(message) => RequestId = requestId;

    public string? RequestId { get; }

    /// <summary>The refusal that the answer is; null where it is about something else than this shipment.</summary>
    public static ShipmentRefusedException? Of(HttpResponseMessage response)
    {
        var error = ErrorEnvelope.Of(response);
        var refused = response.StatusCode switch
        {
            HttpStatusCode.BadRequest => !SpApiErrors.SpeaksOfRegion(error),
            HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity => true,
            _ => false,
        };
        return refused ? new ShipmentRefusedException(Words(response.StatusCode, error), Http.RequestId.Of(response)) : null;
    }

    private static string Words(HttpStatusCode status, ErrorEnvelope error)
    {
        var said = Said(error);
        if (error.Says("PackageToUpdateNotFound"))
        {
            return "Amazon holds this order for shipped already, by a package that was not confirmed from here: it was shipped "
                + "in Seller Central or by another program. Compare the order in Seller Central; if the parcel is the same, "
                + $"nothing is left to do there.{said}";
        }

        if (status == HttpStatusCode.NotFound)
        {
            return $"Amazon does not know this order in this account and marketplace.{said}";
        }

        if (error.Says("carrier"))
        {
            return "Amazon does not take this carrier. Compare its code with the list in Seller Central (Manage Orders, Confirm "
                + $"shipment); codes are case-sensitive. For any other carrier the code is Other.{said}";
        }

        return $"Amazon refused the shipment.{said}";
    }

    private static string Said(ErrorEnvelope error)
    {
        var words = string.Join(' ', new[] { error.Message, Own(error) }.OfType<string>());
        return words.Length > 0 ? $" Amazon says: “{words}”" : error.Code is { } code ? $" Amazon says: “{code}”" : string.Empty;
    }

    private static string? Own(ErrorEnvelope error) => error.Details == error.Message ? null : error.Details;
}

using System.Net;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Http;

namespace AmazonIn.Infrastructure.SpApi.Errors;

/// <summary>Turns what remains after all tries into one of the four exceptions, in a seller's words.</summary>
internal static class SpApiErrors
{
    public const string Reauthorize = "amazon.reauthorize";
    public const string ClientSecret = "amazon.client-secret";
    public const string RoleMissing = "amazon.role-missing";
    public const string WrongRegion = "amazon.wrong-region";
    public const string InvalidInput = "amazon.invalid-input";
    public const string NotFound = "amazon.not-found";
    public const string SellerId = "amazon.seller-id";

    private static readonly TimeSpan _defaultRetryAfter = TimeSpan.FromMinutes(5);

    public static MarketplaceException From(HttpResponseMessage response, SpApiCall call, DateTimeOffset now)
    {
        var error = ErrorEnvelope.Of(response);
        var id = RequestId.Of(response);
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Throttled(call, RetryAfter.Of(response, now), id),
            HttpStatusCode.Unauthorized => Authorization(id),
            HttpStatusCode.Forbidden => Forbidden(error, call, id),
            HttpStatusCode.BadRequest when SpeaksOfRegion(error) => Region(error, id),
            HttpStatusCode.BadRequest => new MarketplaceRejectedException(
                InvalidInput,
                $"Amazon refused the request for {call.Subject} as not valid{Reason(error)}. Trying again does not help; "
                + $"please report this with Amazon's request id{Suffix(id)}.",
                id),
            HttpStatusCode.NotFound => new MarketplaceRejectedException(
                NotFound,
                $"Amazon does not know what was asked for ({call.Subject}){Reason(error)}. It may have been deleted, be "
                + $"older than two years, or belong to another account{Suffix(id)}.",
                id),
            HttpStatusCode.RequestEntityTooLarge => new MarketplaceRejectedException(
                "amazon.too-large", $"Amazon refused the request for {call.Subject} as too large{Suffix(id)}.", id),
            HttpStatusCode.UnsupportedMediaType => new MarketplaceRejectedException(
                "amazon.media-type",
                $"Amazon does not take the format of the request for {call.Subject}{Suffix(id)}.", id),
            _ when status >= 500 => Unavailable(call, $"answered with error {status}", id, null),
            _ => new MarketplaceRejectedException(
                "amazon.rejected",
                $"Amazon refused the request for {call.Subject} with status {status}{Reason(error)}{Suffix(id)}.",
                id),
        };
    }

    /// <summary>No answer at all, or none that can be used.</summary>
    public static MarketplaceUnavailableException From(Exception failure, SpApiCall call) => failure switch
    {
        TimeoutException => Unavailable(call, "did not answer in time", null, failure),
        AnswerTooLargeException => Unavailable(call, "sent an answer that is too large to be true", null, failure),
        InvalidDataException => Unavailable(call, "sent an answer that cannot be unpacked", null, failure),
        _ => Unavailable(call, "could not be reached, or broke off its answer", null, failure),
    };

    public static MarketplaceUnavailableException Unreadable(SpApiCall call, string? requestId) =>
        Unavailable(call, "sent an answer that cannot be read", requestId, null);

    public static MarketplaceUnavailableException Unavailable(
        SpApiCall call,
        string what,
        string? requestId,
        Exception? inner) => new(
            $"Amazon {what} when asked for {call.Subject}. Nothing is lost; the next sync goes on from here. If it lasts "
            + $"for hours, look at Amazon's status page{Suffix(requestId)}.",
            requestId,
            inner);

    public static MarketplaceThrottledException Throttled(SpApiCall call, TimeSpan retryAfter, string? requestId) => new(
        $"Amazon's quota for {call.Subject} is used up and stayed so through all tries. Another program may be using the "
        + $"same seller account. Nothing is lost; the next sync goes on from here{Suffix(requestId)}.",
        retryAfter > TimeSpan.Zero ? retryAfter : _defaultRetryAfter,
        requestId);

    public static MarketplaceUnauthorizedException Authorization(string? requestId) => new(
        Reauthorize,
        "Amazon no longer accepts the authorisation of this seller account. It was revoked, or it has expired. Authorise "
        + $"the account again in the channel's settings{Suffix(requestId)}.",
        requestId);

    /// <summary>Whether a refusal is about the marketplace, which no other way of asking cures.</summary>
    public static bool SpeaksOfRegion(ErrorEnvelope error) =>
        error.Says("marketplace") && (error.Says("region") || error.Says("not valid") || error.Says("participat"));

    private static MarketplaceException Forbidden(ErrorEnvelope error, SpApiCall call, string? id)
    {
        if (error.IsUnknownPath)
        {
            return new MarketplaceRejectedException(
                "amazon.unknown-path",
                $"Amazon has no such address for {call.Subject}; a SKU with unusual characters can be the "
                + $"cause{Suffix(id)}.",
                id);
        }

        if (error.Says("revoked, malformed or invalid") || error.Says("has expired"))
        {
            return Authorization(id);
        }

        return SpeaksOfRegion(error)
            ? Region(error, id)
            : new MarketplaceUnauthorizedException(
                RoleMissing,
                $"Amazon refuses access to {call.Subject}{Reason(error)}. Most often the application lacks a role for "
                + "it, or the role was added after the seller authorised the application. Check the application's roles in "
                + $"Amazon's Solution Provider Portal, then authorise the account again{Suffix(id)}.",
                id);
    }

    private static MarketplaceUnauthorizedException Region(ErrorEnvelope error, string? id) => new(
        WrongRegion,
        $"Amazon does not let this account into the marketplace{Reason(error)}. The account does not sell there, or it "
        + $"belongs to another of Amazon's regions. Check the marketplace of the channel{Suffix(id)}.",
        id);

    private static string Reason(ErrorEnvelope error) =>
        (error.Message, error.Details) switch
        {
            (null, null) => string.Empty,
            ({ } message, null) => $" (“{message}”)",
            (null, { } details) => $" (“{details}”)",
            ({ } message, { } details) => $" (“{message} {details}”)",
        };

    private static string Suffix(string? requestId) => requestId is null ? string.Empty : $" (request {requestId})";
}

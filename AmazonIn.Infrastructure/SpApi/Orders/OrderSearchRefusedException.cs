using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Amazon answered 400 to a search. It gives the same text for an expired page token, a date too new and a dataset
/// that is out of order, so the reader of the window has to find out. Never leaves the client.
/// </summary>
internal sealed class OrderSearchRefusedException : Exception
{
    private OrderSearchRefusedException(ErrorEnvelope error, string? requestId, DateTimeOffset serverTime)
        : base("Amazon refused the search.")
    {
        Error = error;
        RequestId = requestId;
        ServerTime = serverTime;
    }

    public ErrorEnvelope Error { get; }

    public string? RequestId { get; }

    /// <summary>Amazon's clock, by the answer's Date header; ours where there is none.</summary>
    public DateTimeOffset ServerTime { get; }

    public static OrderSearchRefusedException Of(HttpResponseMessage response, DateTimeOffset now) =>
        new(ErrorEnvelope.Of(response), Http.RequestId.Of(response), response.Headers.Date ?? now);
}

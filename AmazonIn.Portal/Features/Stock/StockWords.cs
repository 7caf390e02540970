using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>What stock and its way to Amazon are called on the screen.</summary>
internal static class StockWords
{
    public static string Of(StockLevel level) => level switch
    {
        StockLevel.Low => $"Low (up to {StockRow.LowUpTo})",
        StockLevel.Out => "Out of stock",
        StockLevel.Oversold => "Oversold",
        StockLevel.Negative => "Less than nothing on hand",
        StockLevel.NotCounted => "Never counted",
    };

    public static string Of(PushState state) => state switch
    {
        PushState.Waiting => "Waiting to be sent",
        PushState.InFeed => "In a feed",
        PushState.Accepted => "Accepted",
        PushState.Confirmed => "Confirmed",
        PushState.Differs => "Amazon shows another figure",
        PushState.Retrying => "Tried again",
        PushState.Refused => "Refused by Amazon",
    };

    public static StatusKind KindOf(PushState state) => state switch
    {
        PushState.Waiting or PushState.InFeed => StatusKind.Info,
        PushState.Accepted or PushState.Confirmed => StatusKind.Success,
        PushState.Differs or PushState.Retrying => StatusKind.Warning,
        PushState.Refused => StatusKind.Error,
    };

    public static string Of(PushRoute route) => route switch
    {
        PushRoute.Patch => "single call",
        PushRoute.Feed => "feed",
    };
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>What quantities on their way to Amazon are called.</summary>
internal static class StockPushWords
{
    public static string Of(StockPushGroup group) => group switch
    {
        StockPushGroup.Waiting => "Waiting",
        StockPushGroup.InFeed => "With Amazon",
        StockPushGroup.Retrying => "Tried again",
        StockPushGroup.Refused => "Refused by Amazon",
        StockPushGroup.Differing => "Differs at Amazon",
        StockPushGroup.Sent => "Sent",
    };

    public static StatusKind KindOf(StockPushGroup group) => group switch
    {
        StockPushGroup.Refused => StatusKind.Error,
        StockPushGroup.Retrying or StockPushGroup.Differing => StatusKind.Warning,
        StockPushGroup.Sent => StatusKind.Success,
        StockPushGroup.Waiting or StockPushGroup.InFeed => StatusKind.Info,
    };

    /// <summary>The row's counts; what a person should look at is marked.</summary>
    public static IEnumerable<(string Text, bool IsWrong)> Counts(StockPushStatus status, bool canSend)
    {
        if (status.IsOn && canSend && status.IsHeld)
        {
            yield return ("held until orders are read", false);
        }

        if (status.Waiting > 0)
        {
            yield return ($"{IndianFormat.Count(status.Waiting)} waiting", false);
        }

        if (status.InFeed > 0)
        {
            yield return ($"{IndianFormat.Count(status.InFeed)} with Amazon", false);
        }

        if (status.Retrying > 0)
        {
            yield return ($"{IndianFormat.Count(status.Retrying)} tried again", false);
        }

        if (status.Refused > 0)
        {
            yield return ($"{IndianFormat.Count(status.Refused)} refused by Amazon", true);
        }

        if (status.Differing > 0)
        {
            yield return ($"{IndianFormat.Count(status.Differing)} differ at Amazon", true);
        }

        if (status.Sent > 0)
        {
            yield return ($"{IndianFormat.Count(status.Sent)} sent", false);
        }
    }
}

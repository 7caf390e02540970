using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Chooses the cheapest way through Amazon's quotas for the rest of a window. A full bucket gives 2,000 orders by
/// search at once; an empty one gives 100 in three minutes, while a report gives thousands in a few.
/// </summary>
internal sealed class OrderReadPlanner(IQuotaStore quotas, CurrentRates rates, TimeProvider time)
{
    /// <summary>A report takes a minute at the least; shorter waits are not worth its poorer rows.</summary>
    private static readonly TimeSpan _worthAReport = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether the rest of a window should come by a report: the next search page has to wait, and there is one.
    /// </summary>
    public async Task<bool> PrefersReportAsync(OrderReadPlace place, CancellationToken cancellationToken)
    {
        if (place.Token is null || place.ReportRefused)
        {
            return false;
        }

        var plan = rates.Of(place.SellerId, UsagePlans.SearchOrders);
        if (plan.RatePerSecond >= CurrentRates.UnlimitedPerSecond)
        {
            return false;
        }

        var left = await quotas.LeftAsync(place.SellerId, plan, time.GetUtcNow(), cancellationToken);
        return left < 1 && TimeSpan.FromSeconds((1 - left.Value) / plan.RatePerSecond) > _worthAReport;
    }

    /// <summary>The window cut into pieces that an orders report can hold.</summary>
    public static IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> Parts(
        DateTimeOffset from,
        DateTimeOffset to,
        TimeSpan longest)
    {
        List<(DateTimeOffset, DateTimeOffset)> parts = [];
        for (var start = from; start < to; start += longest)
        {
            parts.Add((start, to - start > longest ? start + longest : to));
        }

        return parts;
    }
}

using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Feeds;
using AmazonIn.Infrastructure.SpApi.Listings;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Stock;

/// <summary>Computes when each way would be done, from the tokens that are left and how fast they come back.</summary>
internal sealed class StockRoutePlanner(IQuotaStore quotas, CurrentRates rates, FeedTimes times, TimeProvider time)
{
    /// <summary>What a call takes besides the quota; Amazon's answers mostly come within a quarter of a second.</summary>
    private const double CallSeconds = 0.25;

    /// <summary>Calls under way at once: read and patch of four listings, or three pages.</summary>
    private const int AtOnce = 4;

    public async Task<StockRoutes> ChooseAsync(
        ChannelConnection channel, IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        // Amazon's gateway undoes the escaping of a slash and then knows no such path.
        var slashed = skus.Where(sku => sku.Contains('/', StringComparison.Ordinal)).ToList();
        var plain = skus.Where(sku => !sku.Contains('/', StringComparison.Ordinal)).ToList();
        var feedWait = Longest(
            await WaitAsync(channel, UsagePlans.CreateFeed, 1, cancellationToken),
            await WaitAsync(channel, UsagePlans.JsonListingsFeed, 1, cancellationToken));
        if (plain.Count == 0)
        {
            return new StockRoutes([], slashed, feedWait);
        }

        var pages = (skus.Count + ListingsClient.PageSize - 1) / ListingsClient.PageSize;
        var byPatch = Longest(
            await WaitAsync(channel, UsagePlans.GetListingsItem, plain.Count, cancellationToken),
            await WaitAsync(channel, UsagePlans.PatchListingsItem, plain.Count, cancellationToken),
            TimeSpan.FromSeconds(2 * plain.Count * CallSeconds / AtOnce));
        var byFeed = Longest(
                await WaitAsync(channel, UsagePlans.SearchListingsItems, pages, cancellationToken),
                TimeSpan.FromSeconds(pages * CallSeconds / AtOnce))
            + await WaitAsync(channel, UsagePlans.CreateFeedDocument, 1, cancellationToken)
            + feedWait
            + times.Of(channel.SellerId);
        return byPatch <= byFeed
            ? new StockRoutes(plain, slashed, feedWait)
            : new StockRoutes([], [.. skus], feedWait);
    }

    /// <summary>How long the quota alone makes so many calls take.</summary>
    private async Task<TimeSpan> WaitAsync(
        ChannelConnection channel, UsagePlan standard, int calls, CancellationToken cancellationToken)
    {
        var plan = rates.Of(channel.SellerId, standard);
        if (plan.RatePerSecond >= CurrentRates.UnlimitedPerSecond)
        {
            return TimeSpan.Zero;
        }

        var left = await quotas.LeftAsync(channel.SellerId, plan, time.GetUtcNow(), cancellationToken) ?? plan.Burst;
        return TimeSpan.FromSeconds(Math.Max(0, (calls - left) / plan.RatePerSecond));
    }

    private static TimeSpan Longest(params ReadOnlySpan<TimeSpan> times)
    {
        var longest = TimeSpan.Zero;
        foreach (var span in times)
        {
            longest = span > longest ? span : longest;
        }

        return longest;
    }
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class ChannelQueries(Storage<PortalDbContext> storage, TimeProvider time) : IChannelQueries
{
    /// <summary>Causes shown on the integration page.</summary>
    private const int MostReasons = 5;

    public Task<IReadOnlyList<ChannelSummary>> ListAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (context, token) => ChannelRows.ReadAsync(context, context.Channels.Connected(), token), cancellationToken);

    public Task<ChannelSummary?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (context, token) => FindAsync(context, id, token), cancellationToken);

    public Task<ChannelDetails?> FindDetailsAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        async (context, token) => await FindAsync(context, id, token) is { } channel
            ? await DetailsAsync(context, channel, token)
            : null,
        cancellationToken);

    private static async Task<ChannelSummary?> FindAsync(
        PortalDbContext context, long id, CancellationToken cancellationToken)
    {
        var wanted = context.Channels.Connected().Where(channel => channel.Id == id);
        return (await ChannelRows.ReadAsync(context, wanted, cancellationToken)).SingleOrDefault();
    }

    private async Task<ChannelDetails> DetailsAsync(
        PortalDbContext context, ChannelSummary channel, CancellationToken cancellationToken)
    {
        var items = await ModuleStatuses.ReadAsync(context, channel, SyncModule.Items, cancellationToken);
        var orders = await ModuleStatuses.ReadAsync(context, channel, SyncModule.Orders, cancellationToken);
        var lastRuns = new[] { items.LastRun, orders.LastRun }.OfType<RunSummary>().Select(run => run.Id).ToList();
        return new ChannelDetails(
            channel,
            items,
            orders,
            await context.Customers.CountAsync(customer => customer.ChannelId == channel.Id, cancellationToken),
            await context.SalesOrders.CountAsync(
                order => order.NeedsDecision && order.ChannelId == channel.Id, cancellationToken),
            await QuotasAsync(context, channel.SellerId, cancellationToken),
            await ReasonCounts.ReadAsync(context, lastRuns, MostReasons, cancellationToken));
    }

    private async Task<IReadOnlyList<QuotaLevel>> QuotasAsync(
        PortalDbContext context, string sellerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var buckets = await context.QuotaBuckets
            .Where(bucket => bucket.SellerId == sellerId)
            .OrderBy(bucket => bucket.Operation)
            .ToListAsync(cancellationToken);
        return [.. buckets.Select(bucket => new QuotaLevel(bucket.Operation, LeftAt(bucket, now), bucket.Burst))];
    }

    // The row tells how the bucket stood when it was last used; since then it has refilled.
    private static double LeftAt(QuotaBucket bucket, DateTimeOffset now)
    {
        var elapsed = Math.Max(0, (now - bucket.UpdatedAt).TotalSeconds);
        return Math.Min(bucket.Burst, bucket.Tokens + (elapsed * bucket.RatePerSecond));
    }
}

using AmazonIn.Infrastructure.Persistence.Rows;
using AmazonIn.Infrastructure.SpApi.Quotas;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// Token buckets as rows. A bucket is read, reckoned up to now, and written back only if nobody else wrote in between.
/// </summary>
internal sealed class QuotaStore(Storage<PortalDbContext> storage) : IQuotaStore
{
    /// <summary>What is missing to a whole token by no more than this is missing only by rounding.</summary>
    private const double Whole = 1e-9;

    public Task<TimeSpan> TakeAsync(
        string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(
            sellerId,
            plan,
            now,
            tokens => tokens >= 1 - Whole
                ? (Math.Max(0, tokens - 1), TimeSpan.Zero)
                : (null, TimeSpan.FromTicks((long)Math.Ceiling((1 - tokens) / plan.RatePerSecond * TimeSpan.TicksPerSecond))),
            cancellationToken);

    public Task EmptyAsync(
        string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken) =>
        ChangeAsync(sellerId, plan, now, _ => (0, TimeSpan.Zero), cancellationToken);

    public Task<double?> LeftAsync(
        string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (db, token) => await FindAsync(db, sellerId, plan, token) is { } bucket
                ? TokensAt(bucket, plan, now)
                : (double?)null,
            cancellationToken);

    private async Task<TimeSpan> ChangeAsync(
        string sellerId,
        UsagePlan plan,
        DateTimeOffset now,
        Func<double, (double? Left, TimeSpan Wait)> change,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            var (done, wait) = await storage.WriteAsync(
                async (db, token) =>
                {
                    var bucket = await FindAsync(db, sellerId, plan, token);
                    var (left, until) = change(bucket is null ? plan.Burst : TokensAt(bucket, plan, now));
                    return left is null ? (true, until)
                        : (await TrySaveAsync(db, bucket, sellerId, plan, left.Value, now, token), until);
                },
                cancellationToken);
            if (done)
            {
                return wait;
            }
        }
    }

    private static async Task<bool> TrySaveAsync(
        PortalDbContext db,
        QuotaBucket? bucket,
        string sellerId,
        UsagePlan plan,
        double left,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (bucket is null)
        {
            db.Add(new QuotaBucket
            {
                SellerId = sellerId,
                Operation = plan.Operation,
                Tokens = left,
                RatePerSecond = plan.RatePerSecond,
                Burst = plan.Burst,
                UpdatedAt = now,
            });
            return await db.SaveChangesAsync(cancellationToken) == 1;
        }

        // A clock that went back must not make the same seconds flow in twice.
        var at = now > bucket.UpdatedAt ? now : bucket.UpdatedAt;
        return await db.QuotaBuckets
            .Where(row => row.Id == bucket.Id && row.Version == bucket.Version)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Tokens, left)
                    .SetProperty(row => row.RatePerSecond, plan.RatePerSecond)
                    .SetProperty(row => row.Burst, plan.Burst)
                    .SetProperty(row => row.UpdatedAt, at)
                    .SetProperty(row => row.Version, row => row.Version + 1),
                cancellationToken) == 1;
    }

    private static Task<QuotaBucket?> FindAsync(
        PortalDbContext db, string sellerId, UsagePlan plan, CancellationToken cancellationToken) =>
        db.QuotaBuckets.AsNoTracking().FirstOrDefaultAsync(
            bucket => bucket.SellerId == sellerId && bucket.Operation == plan.Operation, cancellationToken);

    private static double TokensAt(QuotaBucket bucket, UsagePlan plan, DateTimeOffset now)
    {
        var elapsed = Math.Max(0, (now - bucket.UpdatedAt).TotalSeconds);
        return Math.Min(plan.Burst, bucket.Tokens + (elapsed * plan.RatePerSecond));
    }
}

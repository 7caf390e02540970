using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.Sandbox.Quotas;

/// <summary>One token bucket for each seller and operation, filled by the marketplace's clock.</summary>
internal sealed class QuotaTable(MarketplaceClock clock, bool enforced)
{
    /// <summary>
    /// Calls a second that are announced while quotas are off, so that a client that keeps its own count stops
    /// holding itself back.
    /// </summary>
    public const double UnlimitedRate = 1000;

    private readonly ConcurrentDictionary<(string SellerId, string Operation), Bucket> buckets = new();

    public bool Enforced => enforced;

    /// <summary>Takes one call out of the bucket; false when there is none left.</summary>
    public bool TryTake(string sellerId, UsagePlan plan) =>
        !enforced || buckets.GetOrAdd((sellerId, plan.Operation), _ => new Bucket(plan, clock.Now)).TryTake(clock.Now);

    private sealed class Bucket(UsagePlan plan, DateTimeOffset created)
    {
        private readonly Lock gate = new();
        private double level = plan.Burst;
        private DateTimeOffset filledAt = created;

        public bool TryTake(DateTimeOffset now)
        {
            lock (gate)
            {
                if (now > filledAt)
                {
                    level = Math.Min(plan.Burst, level + ((now - filledAt).TotalSeconds * plan.Rate));
                    filledAt = now;
                }

                // Sums of small fractions fall a hair short of the whole token they stand for.
                if (level < 1 - 1e-9)
                {
                    return false;
                }

                level -= 1;
                return true;
            }
        }
    }
}

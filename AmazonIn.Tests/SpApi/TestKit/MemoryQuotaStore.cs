using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>Token buckets in memory, by the letter of <see cref="IQuotaStore"/>.</summary>
internal sealed class MemoryQuotaStore : IQuotaStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Seller, string Operation), (double Tokens, DateTimeOffset At)> _buckets = [];

    public int Takes { get; private set; }

    public Task<TimeSpan> TakeAsync(string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var tokens = Refilled(sellerId, plan, now);
            var taken = tokens >= 1 - 1e-9;
            _buckets[(sellerId, plan.Operation)] = (taken ? tokens - 1 : tokens, now);
            Takes += taken ? 1 : 0;
            return Task.FromResult(taken ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / plan.RatePerSecond));
        }
    }

    public Task EmptyAsync(string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _buckets[(sellerId, plan.Operation)] = (0, now);
            return Task.CompletedTask;
        }
    }

    public Task<double?> LeftAsync(string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<double?>(
                _buckets.ContainsKey((sellerId, plan.Operation)) ? Refilled(sellerId, plan, now) : null);
        }
    }

    private double Refilled(string sellerId, UsagePlan plan, DateTimeOffset now) =>
        _buckets.TryGetValue((sellerId, plan.Operation), out var bucket)
            ? Math.Min(plan.Burst, bucket.Tokens + ((now - bucket.At).TotalSeconds * plan.RatePerSecond))
            : plan.Burst;
}

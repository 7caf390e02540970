using System.Collections.Concurrent;

namespace AmazonIn.Infrastructure.SpApi.Quotas;

/// <summary>
/// What Amazon last said of a seller's rates. It grants some sellers more than the default, and tells so only in
/// answers; until then, and after a restart, the default holds, which is never too fast.
/// </summary>
internal sealed class CurrentRates
{
    /// <summary>At such a rate a bucket in the database costs more than it protects.</summary>
    public const double UnlimitedPerSecond = 50;

    private readonly ConcurrentDictionary<(string Seller, string Operation), double> _rates = new();

    public UsagePlan Of(string seller, UsagePlan plan) =>
        _rates.TryGetValue((seller, plan.Operation), out var rate) ? plan with { RatePerSecond = rate } : plan;

    public void Learn(string seller, UsagePlan plan, double ratePerSecond)
    {
        if (double.IsFinite(ratePerSecond) && ratePerSecond > 0)
        {
            _rates[(seller, plan.Operation)] = ratePerSecond;
        }
    }
}

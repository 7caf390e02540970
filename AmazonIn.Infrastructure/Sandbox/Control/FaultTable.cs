using AmazonIn.Infrastructure.Sandbox.Seed;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>
/// The faults that were asked for. Chance is drawn from the seed: the same requests meet the same faults.
/// </summary>
internal sealed class FaultTable(int seed)
{
    private const int FaultStream = 30;

    private readonly Lock gate = new();
    private readonly List<FaultRule> rules = [];
    private int added;

    public FaultRule Add(FaultKind kind, string? method, string? path, double probability, int? times)
    {
        lock (gate)
        {
            var rule = new FaultRule(kind, method, path, probability, times, Rng.For(seed, FaultStream, added++));
            rules.Add(rule);
            return rule;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            rules.Clear();
        }
    }

    public IReadOnlyList<FaultRule> All()
    {
        lock (gate)
        {
            return [.. rules];
        }
    }

    /// <summary>The first rule that strikes this request, if any; its count goes down.</summary>
    public FaultKind? Strike(string method, string path)
    {
        lock (gate)
        {
            foreach (var rule in rules)
            {
                if (rule.TryStrike(method, path))
                {
                    return rule.Kind;
                }
            }

            return null;
        }
    }
}

using AmazonIn.Infrastructure.Sandbox.Seed;

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>A fault and the requests it strikes: by method, by a part of the path, by chance, so many times.</summary>
internal sealed class FaultRule(FaultKind kind, string? method, string? path, double probability, int? times, Rng rng)
{
    // Not readonly: drawing moves the stream on.
    private Rng random = rng;

    public FaultKind Kind => kind;

    public string? Method => method;

    public string? Path => path;

    public double Probability => probability;

    /// <summary>How many strikes are left; null strikes for ever.</summary>
    public int? Left { get; private set; } = times;

    public int Struck { get; private set; }

    public bool TryStrike(string requestMethod, string requestPath)
    {
        if (Left == 0
            || (method is not null && !method.Equals(requestMethod, StringComparison.OrdinalIgnoreCase))
            || (path is not null && !requestPath.Contains(path, StringComparison.OrdinalIgnoreCase))
            || !random.Chance(probability))
        {
            return false;
        }

        Left -= 1;
        Struck++;
        return true;
    }
}

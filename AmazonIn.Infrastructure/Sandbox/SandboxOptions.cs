namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>What the demo marketplace serves and where it listens. The same values give the same data.</summary>
public sealed record SandboxOptions
{
    /// <summary>Where to listen: http, a loopback host, port 0 for any free one.</summary>
    public string Url { get; init; } = "http://127.0.0.1:5099";

    /// <summary>Listings of the first seller, variation parents included; the second seller has a quarter.</summary>
    public int Listings { get; init; } = 240;

    /// <summary>Orders of the first seller; the second seller has a quarter.</summary>
    public int Orders { get; init; } = 600;

    public int Seed { get; init; } = 20261123;

    /// <summary>Whether Amazon's usage plans are enforced.</summary>
    public bool Quotas { get; init; } = true;

    /// <summary>
    /// An All Orders report (tab separated). Its orders and the listings they name replace the generated ones of
    /// the first seller.
    /// </summary>
    public string? OrdersFile { get; init; }

    /// <summary>Amazon's is one hour; shorter lets a test see a token expire in the middle of a run.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long an accepted listing change takes until shoppers see it. Amazon answers ACCEPTED at once and applies
    /// the change seconds to minutes later.
    /// </summary>
    public TimeSpan ListingDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a report or feed waits in the queue, and then how long it is in progress.</summary>
    public TimeSpan ProcessingStep { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Character set of report documents: <c>UTF-8</c>, or <c>Cp1252</c> as Amazon's European region sends it, with
    /// a question mark for every character that set lacks.
    /// </summary>
    public string ReportCharset { get; init; } = "UTF-8";

    /// <exception cref="ArgumentException">A value is out of range; the message names it.</exception>
    internal void Validate()
    {
        const int most = 2_000_000;
        if (Listings is < 0 or > most)
        {
            throw new ArgumentException($"Sandbox:Listings must be between 0 and {most}, not {Listings}.");
        }

        if (Orders is < 0 or > most)
        {
            throw new ArgumentException($"Sandbox:Orders must be between 0 and {most}, not {Orders}.");
        }

        if (OrdersFile is not null && !File.Exists(OrdersFile))
        {
            throw new ArgumentException($"Sandbox:OrdersFile names '{OrdersFile}', which does not exist.");
        }

        if (AccessTokenLifetime <= TimeSpan.Zero)
        {
            throw new ArgumentException("The lifetime of access tokens must be positive.");
        }

        if (ReportCharset is not ("UTF-8" or "Cp1252"))
        {
            throw new ArgumentException($"The character set of reports is UTF-8 or Cp1252, not '{ReportCharset}'.");
        }
    }
}

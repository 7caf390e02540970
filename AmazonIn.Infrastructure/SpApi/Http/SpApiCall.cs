using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Quotas;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>What the handlers need to know of a request; travels in its options.</summary>
internal sealed record SpApiCall
{
    private static readonly HttpRequestOptionsKey<SpApiCall> _key = new("AmazonIn.SpApiCall");

    /// <summary>Amazon's operation name; the only name of the call in logs.</summary>
    public required string Operation { get; init; }

    /// <summary>What is read or written, in a seller's words: <c>orders</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Null where Amazon publishes no quota.</summary>
    public UsagePlan? Plan { get; init; }

    /// <summary>Whose bucket; Amazon counts by seller account.</summary>
    public string Seller { get; init; } = string.Empty;

    /// <summary>Null where the call carries no access token.</summary>
    public ITokenSource? Tokens { get; init; }

    public IWaitObserver Waits { get; init; } = NoWaits.Instance;

    /// <summary>Whether the call may be repeated when its outcome is unknown.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>How long all tries together may take, counted from the first answer.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromMinutes(15);

    public static SpApiCall Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(_key, out var call)
            ? call
            : throw new InvalidOperationException("The request was not made by SpApiSender.");

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(_key, this);
}

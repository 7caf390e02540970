namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Everything the integration page shows of a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Items">The Items module.</param>
/// <param name="Orders">The Orders module.</param>
/// <param name="Customers">Customers that came with its orders.</param>
/// <param name="OrdersNeedingDecision">Orders with a flag that waits for a person.</param>
/// <param name="Quotas">Amazon's quotas as far as we know them.</param>
/// <param name="TopReasons">Why records were not synced, most frequent first, at most five.</param>
public sealed record ChannelDetails(
    ChannelSummary Channel,
    ModuleStatus Items,
    ModuleStatus Orders,
    int Customers,
    int OrdersNeedingDecision,
    IReadOnlyList<QuotaLevel> Quotas,
    IReadOnlyList<ReasonCount> TopReasons);

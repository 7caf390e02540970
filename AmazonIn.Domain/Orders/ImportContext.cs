using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Orders;

/// <summary>What an import needs to know besides the order.</summary>
/// <param name="Home">The organisation's registered state.</param>
/// <param name="Currency">The organisation's base currency.</param>
/// <param name="WarehouseId">Where new orders of this channel are tracked (W1, W2).</param>
/// <param name="RetentionDays">Days that personal data outlives fulfilment or voiding.</param>
/// <param name="Preference">Which orders are imported.</param>
/// <param name="Now">The time of the import.</param>
public sealed record ImportContext(
    GstState Home,
    string Currency,
    long WarehouseId,
    int RetentionDays,
    OrderPreference Preference,
    DateTimeOffset Now);

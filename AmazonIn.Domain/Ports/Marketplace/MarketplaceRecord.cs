namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>One record of a page: read, or the reason why it could not be.</summary>
/// <param name="Key">The order id or SKU; a position such as <c>record 7</c> where even that is unreadable.</param>
/// <param name="Value">Null when <paramref name="Reason"/> says why.</param>
/// <param name="ReasonCode">Stable code of the cause.</param>
/// <param name="Reason">For a person. Carries no personal data.</param>
public sealed record MarketplaceRecord<T>(string Key, T? Value, string? ReasonCode = null, string? Reason = null)
    where T : class;

using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>One answer of searchOrders, translated.</summary>
/// <param name="NextToken">Null on the last page.</param>
/// <param name="UpTo">Amazon's own upper bound of the window.</param>
internal sealed record OrderPage(
    IReadOnlyList<MarketplaceRecord<MarketplaceOrder>> Records,
    string? NextToken,
    DateTimeOffset? UpTo);

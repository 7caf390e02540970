using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>
/// Amazon has sent the same hundred orders for one token after the other (models issue 2297). A page that comes twice
/// is harmless; one that keeps coming would eat the quota for ever.
/// </summary>
internal sealed class PageLoopGuard
{
    private const int MostWithSameToken = 2;
    private const int MostWithAnyToken = 4;

    private readonly Dictionary<(string First, string Last, string? Token), int> _seen = [];

    /// <exception cref="MarketplaceUnavailableException">The pages go round in a circle.</exception>
    public void Check(OrderPage page)
    {
        if (page.NextToken is null || page.Records.Count == 0)
        {
            return;
        }

        var (first, last) = (page.Records[0].Key, page.Records[^1].Key);
        if (Count((first, last, page.NextToken)) > MostWithSameToken || Count((first, last, null)) > MostWithAnyToken)
        {
            throw new MarketplaceUnavailableException(
                "Amazon keeps sending the same page of orders and never the next one. What came before it is kept; the "
                + "next sync reads the window again.",
                null);
        }
    }

    private int Count((string First, string Last, string? Token) page)
    {
        var times = _seen.GetValueOrDefault(page) + 1;
        _seen[page] = times;
        return times;
    }
}

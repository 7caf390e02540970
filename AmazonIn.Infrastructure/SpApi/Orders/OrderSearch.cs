using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Reads a window by search pages, and copes with Amazon's one answer for many reasons: 400.</summary>
internal sealed class OrderSearch(
    OrdersClient client,
    ChannelConnection channel,
    IWaitObserver waits,
    TimeProvider time)
{
    /// <summary>How far behind Amazon's clock a refused end is set back (security.md F-03).</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromMinutes(3);

    private readonly PageLoopGuard _loops = new();

    /// <returns>The page, and the place after it.</returns>
    /// <exception cref="PageExpiredException">Amazon refused the page token.</exception>
    public async Task<(OrderPage Page, OrderReadPlace Next)> NextAsync(
        OrderReadPlace place,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var page = await client.SearchAsync(
                    channel, place.From, place.Before, place.Token, place.Datasets, waits, cancellationToken);
                _loops.Check(page);
                return (page, place with
                {
                    Token = page.NextToken,
                    TokenIssuedAt = time.GetUtcNow(),
                    UpTo = page.UpTo ?? place.UpTo,
                });
            }
            catch (OrderSearchRefusedException refused)
            {
                place = Adjust(place, refused);
            }
        }
    }

    private static OrderReadPlace Adjust(OrderReadPlace place, OrderSearchRefusedException refused)
    {
        if (place.Token is not null)
        {
            throw new PageExpiredException();
        }

        var latest = refused.ServerTime - _margin;
        if (place.Before > latest && latest > place.From)
        {
            return place with { Before = latest };
        }

        return place.Datasets < OrderDatasets.LastStep
            ? place with { Datasets = place.Datasets + 1 }
            : throw new MarketplaceRejectedException(
                SpApiErrors.InvalidInput,
                "Amazon refused to search for orders, however little was asked for"
                + (refused.Error.Message is { } message ? $" (“{message}”)" : string.Empty)
                + ". Trying again at once does not help; the next sync tries anew"
                + (refused.RequestId is { } id ? $" (request {id})." : "."),
                refused.RequestId);
    }
}

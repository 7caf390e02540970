using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.UseCases.SalesOrders;

/// <summary>Finds what added lines sell.</summary>
internal static class OrderItems
{
    public static async Task<Result<Dictionary<long, SoldItem>>> FindAsync(
        IItemQueries items, IEnumerable<LineEdit> added, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, SoldItem>();
        foreach (var line in added)
        {
            if (line.ItemId is not { } id)
            {
                return OrderErrors.ItemUnknown("A line");
            }

            if (!found.ContainsKey(id))
            {
                if (await items.FindAsync(id, cancellationToken) is not { } item)
                {
                    return OrderErrors.ItemUnknown("What a line sells");
                }

                found.Add(id, new SoldItem(item.Id, item.Sku, item.Title, item.Asin));
            }
        }

        return found;
    }
}

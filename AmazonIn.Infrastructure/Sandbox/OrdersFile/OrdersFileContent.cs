using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;

namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

/// <summary>What a file gave, and what had to be done to it.</summary>
/// <param name="Orders">One entry an order.</param>
/// <param name="Listings">One listing a SKU.</param>
/// <param name="Lines">Lines served.</param>
/// <param name="SkippedLines">
/// Lines without an order id or without a readable purchase date; the state shows the number.
/// </param>
/// <param name="RepairedDates">Dates whose year had six digits.</param>
internal sealed record OrdersFileContent(
    List<OrderEntry> Orders,
    List<Listing> Listings,
    int Lines,
    int SkippedLines,
    int RepairedDates);

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>What the dashboard shows: is it healthy, what is new, what needs me.</summary>
/// <param name="OrdersToday">Ordered since midnight in the organisation's zone.</param>
/// <param name="SalesToday">Their totals in the base currency.</param>
/// <param name="OpenOrders">Confirmed or partly shipped, kept by the seller.</param>
/// <param name="LateToShip">Open orders whose ship-by time has passed or passes within a day.</param>
/// <param name="OrdersNeedingDecision">With a flag that waits for a person.</param>
/// <param name="OutOfStock">Items of the seller's own with nothing available and an active listing.</param>
/// <param name="Items">All items.</param>
/// <param name="Days">The last thirty days, oldest first, days without orders included.</param>
/// <param name="PlacesOfSupply">Orders of those days by state, most first, at most eight.</param>
public sealed record DashboardFigures(
    int OrdersToday,
    decimal SalesToday,
    int OpenOrders,
    int LateToShip,
    int OrdersNeedingDecision,
    int OutOfStock,
    int Items,
    IReadOnlyList<DayOfSales> Days,
    IReadOnlyList<KeyValuePair<string, int>> PlacesOfSupply);

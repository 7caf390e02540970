using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.Domain.Stock;

/// <summary>Demands of one line of one order, and a ledger in memory that settles them.</summary>
internal sealed class Demanding
{
    public const long Channel = 1;
    public const long OtherChannel = 2;

    private readonly Dictionary<string, StockClaim> _claims = new(StringComparer.Ordinal);

    public static DateTimeOffset Ordered { get; } = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Counted by a person long before the order.</summary>
    public static OpeningMoment Counted { get; } = new(Ordered.AddDays(-30), null);

    public List<StockMovement> Movements { get; } = [];

    public IReadOnlyCollection<StockClaim> Claims => _claims.Values;

    public static StockDemand Of(
        int reserved, int? taken = 0, long? item = 10, long warehouse = 1, int minute = 0, string line = "1") => new()
        {
            OrderKey = "1:403-1",
            LineKey = line,
            ItemId = item,
            WarehouseId = warehouse,
            Reserved = reserved,
            Taken = taken,
            OrderedAt = Ordered,
            SaidAt = Ordered.AddMinutes(minute),
            ChannelId = Channel,
            Reference = "403-1",
        };

    /// <summary>Settles the demand; returns the ledger lines that it made.</summary>
    public IReadOnlyList<(MovementKind Kind, int OnHand, int Reserved)> Settle(StockDemand demand, OpeningMoment? opening = null)
    {
        var before = Movements.Count;
        var claim = StockClaimPolicy.Settle(
            demand, _claims.GetValueOrDefault(demand.LineKey), opening ?? Counted, Movements, demand.SaidAt);
        if (claim is not null)
        {
            _claims[demand.LineKey] = claim;
        }

        return [.. Movements.Skip(before).Select(movement => (movement.Kind, movement.OnHand, movement.Reserved))];
    }

    public (int OnHand, int Reserved) At(long item, long warehouse = 1)
    {
        var balance = new StockBalance(warehouse, item);
        foreach (var movement in Movements.Where(movement => movement.ItemId == item && movement.WarehouseId == warehouse))
        {
            balance.Apply(movement);
        }

        return (balance.OnHand, balance.Reserved);
    }
}

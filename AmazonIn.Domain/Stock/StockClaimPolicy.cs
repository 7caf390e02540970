namespace AmazonIn.Domain.Stock;

/// <summary>
/// Turns what an order's line wants into ledger lines: the difference to what it has claimed. Reservations hold units,
/// shipments consume them, cancellations release them.
/// </summary>
public static class StockClaimPolicy
{
    /// <param name="demand">What the line wants now.</param>
    /// <param name="claim">What it has; null before its first claim. Changed in place.</param>
    /// <param name="opening">The first count of the demanded item. Asked for only without a claim, or where the claim is on
    /// another item.</param>
    /// <param name="movements">Receives the ledger lines.</param>
    /// <param name="now">Time of the ledger lines.</param>
    /// <returns>The claim to keep, new or changed; null where nothing is to be written.</returns>
    public static StockClaim? Settle(
        StockDemand demand,
        StockClaim? claim,
        OpeningMoment opening,
        ICollection<StockMovement> movements,
        DateTimeOffset now)
    {
        if (claim is null)
        {
            return First(demand, opening, movements, now);
        }

        if (demand.SaidAt < claim.SaidAt)
        {
            return null;
        }

        var before = (claim.ItemId, claim.WarehouseId, claim.Reserved, claim.Taken, claim.SaidAt);
        if (demand.ItemId is not { } itemId)
        {
            Hold(demand, claim, 0, claim.Taken, movements, now);
        }
        else
        {
            var taken = demand.Taken ?? claim.Taken;
            if (claim.ItemId != itemId)
            {
                Move(demand, claim, 0, 0, movements, now);
                claim.MoveTo(itemId, demand.WarehouseId);
                Begin(demand, claim, taken, opening, movements, now);
            }
            else
            {
                // What left has left from where it was, whichever warehouse the channel is mapped to by now.
                if (claim.WarehouseId != demand.WarehouseId && taken == 0)
                {
                    Move(demand, claim, 0, 0, movements, now);
                    claim.MoveTo(itemId, demand.WarehouseId);
                }

                Hold(demand, claim, demand.Reserved, taken, movements, now);
            }
        }

        return before == (claim.ItemId, claim.WarehouseId, claim.Reserved, claim.Taken, claim.SaidAt) ? null : claim;
    }

    private static StockClaim? First(
        StockDemand demand,
        OpeningMoment opening,
        ICollection<StockMovement> movements,
        DateTimeOffset now)
    {
        var taken = demand.Taken ?? 0;
        if (demand.ItemId is not { } itemId
            || (demand.Reserved == 0 && (taken == 0 || IsBefore(demand, opening))))
        {
            return null;
        }

        var claim = new StockClaim(demand, itemId);
        Begin(demand, claim, taken, opening, movements, now);
        return claim;
    }

    // Amazon's quantity, which became our opening stock, is what is left after every sale up to then. Units that had
    // left by then are in no count, so they are not taken again; units sold but not yet sent were still on our shelf,
    // so they are added to the count and held.
    private static void Begin(
        StockDemand demand,
        StockClaim claim,
        int taken,
        OpeningMoment opening,
        ICollection<StockMovement> movements,
        DateTimeOffset now)
    {
        if (IsBefore(demand, opening))
        {
            if (demand.Reserved != 0 && opening.At is not null && opening.ChannelId == demand.ChannelId)
            {
                movements.Add(Line(
                    demand, claim, MovementKind.Opening, demand.Reserved, 0, "Sold, and still here, when Amazon's quantity was taken", now));
            }

            claim.Hold(0, taken, demand.SaidAt);
        }

        Hold(demand, claim, demand.Reserved, taken, movements, now);
    }

    private static bool IsBefore(StockDemand demand, OpeningMoment opening) =>
        demand.ChannelId is not null && opening.IsAfter(demand.OrderedAt);

    private static void Hold(
        StockDemand demand,
        StockClaim claim,
        int reserved,
        int taken,
        ICollection<StockMovement> movements,
        DateTimeOffset now)
    {
        Move(demand, claim, reserved, taken, movements, now);
        claim.Hold(reserved, taken, demand.SaidAt);
    }

    private static void Move(
        StockDemand demand,
        StockClaim claim,
        int reserved,
        int taken,
        ICollection<StockMovement> movements,
        DateTimeOffset now)
    {
        var held = reserved - claim.Reserved;
        var left = taken - claim.Taken;
        if (left > 0)
        {
            var fromReserved = Math.Min(left, Math.Max(0, -held));
            movements.Add(Line(demand, claim, MovementKind.Shipped, -left, -fromReserved, "Shipped", now));
            held += fromReserved;
        }
        else if (left < 0)
        {
            var toReserved = Math.Min(-left, Math.Max(0, held));
            movements.Add(Line(demand, claim, MovementKind.Returned, -left, toReserved, "Back in stock", now));
            held -= toReserved;
        }

        if (held != 0)
        {
            movements.Add(held > 0
                ? Line(demand, claim, MovementKind.Reserved, 0, held, "Reserved for an order", now)
                : Line(demand, claim, MovementKind.Released, 0, held, "No longer reserved", now));
        }
    }

    private static StockMovement Line(
        StockDemand demand,
        StockClaim claim,
        MovementKind kind,
        int onHand,
        int reserved,
        string reason,
        DateTimeOffset now) =>
        new(claim.WarehouseId, claim.ItemId, kind, onHand, reserved, reason, demand.Reference, now);
}

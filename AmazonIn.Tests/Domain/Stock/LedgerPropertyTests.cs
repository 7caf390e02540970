using AmazonIn.Domain.Stock;
using CsCheck;

namespace AmazonIn.Tests.Domain.Stock;

/// <summary>Whatever orders say, in whatever order: the ledger adds up.</summary>
public sealed class LedgerPropertyTests
{
    private static readonly Gen<OpeningMoment> Openings = Gen.OneOf(
        Gen.Const(default(OpeningMoment)),
        Gen.Select(Gen.Int[-2, 2], Gen.Long[0, 2], (day, channel) => new OpeningMoment(
            Demanding.Ordered.AddDays(day), channel == 0 ? null : channel)));

    private static readonly Gen<StockDemand> Demands = Gen.Select(
        Gen.Int[0, 4], Gen.Int[-1, 4], Gen.Long[9, 12], Gen.Long[1, 2], Gen.Int[0, 20], Gen.Int[1, 3],
        (reserved, taken, item, warehouse, minute, line) => Demanding.Of(
            reserved,
            taken < 0 ? null : taken,
            item == 9 ? null : item,
            warehouse,
            minute,
            line.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    [Trait("Row", "K1")]
    public void Reserved_stock_is_always_what_the_claims_hold_and_ends_at_nothing() =>
        Gen.Select(Demands.List[0, 40], Openings.Array[3]).Sample(
            (demands, openings) =>
            {
                var ledger = new Demanding();
                foreach (var demand in demands)
                {
                    ledger.Settle(demand, OpeningOf(demand, openings));
                    Check(ledger);
                    Assert.Empty(ledger.Settle(demand, OpeningOf(demand, openings)));
                }

                foreach (var line in new[] { "1", "2", "3" })
                {
                    ledger.Settle(Demanding.Of(0, taken: null, item: null, minute: 99, line: line));
                }

                Check(ledger);
                Assert.All(ledger.Claims, claim => Assert.Equal(0, claim.Reserved));
            },
            iter: 5_000);

    [Fact]
    [Trait("Row", "K1")]
    public void Order_that_goes_through_takes_its_units_once_however_often_and_late_it_is_told() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[0, 9].List[0, 12], Gen.Int[0, 30].List[0, 12]).Sample(
            (ordered, shipped, minutes) =>
            {
                var ledger = new Demanding();
                foreach (var (sent, minute) in shipped.Zip(minutes))
                {
                    ledger.Settle(Demanding.Of(Math.Max(0, ordered - sent), Math.Min(sent, ordered), minute: minute));
                }

                ledger.Settle(Demanding.Of(0, ordered, minute: 60));

                Assert.Equal((-ordered, 0), ledger.At(10));
            },
            iter: 5_000);

    private static OpeningMoment OpeningOf(StockDemand demand, OpeningMoment[] openings) =>
        demand.ItemId is { } item ? openings[item - 10] : default;

    private static void Check(Demanding ledger)
    {
        foreach (var item in new[] { 10L, 11, 12 })
        {
            foreach (var warehouse in new[] { 1L, 2 })
            {
                var held = ledger.Claims
                    .Where(claim => claim.ItemId == item && claim.WarehouseId == warehouse)
                    .Sum(claim => claim.Reserved);
                Assert.Equal(held, ledger.At(item, warehouse).Reserved);
                Assert.Equal(
                    ledger.Movements.Where(movement => movement.ItemId == item && movement.WarehouseId == warehouse)
                        .Sum(movement => movement.OnHand),
                    ledger.At(item, warehouse).OnHand);
            }
        }
    }
}

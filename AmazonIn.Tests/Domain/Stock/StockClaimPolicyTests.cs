using AmazonIn.Domain.Stock;

namespace AmazonIn.Tests.Domain.Stock;

public sealed class StockClaimPolicyTests
{
    private static readonly OpeningMoment CountedAfter = new(Demanding.Ordered.AddDays(1), Demanding.Channel);

    private readonly Demanding _line = new();

    [Fact]
    [Trait("Row", "K1")]
    public void Open_order_reserves_and_saying_it_twice_changes_nothing()
    {
        Assert.Equal([(MovementKind.Reserved, 0, 3)], _line.Settle(Demanding.Of(3)));
        Assert.Empty(_line.Settle(Demanding.Of(3)));
        Assert.Empty(_line.Settle(Demanding.Of(3, minute: 5)));
        Assert.Equal((0, 3), _line.At(10));
    }

    [Fact]
    [Trait("Row", "K1")]
    public void Shipment_consumes_what_was_reserved()
    {
        _line.Settle(Demanding.Of(3));

        Assert.Equal([(MovementKind.Shipped, -3, -3)], _line.Settle(Demanding.Of(0, taken: 3, minute: 1)));
        Assert.Equal((-3, 0), _line.At(10));
    }

    [Fact]
    public void Partial_shipment_consumes_a_part_and_holds_the_rest()
    {
        _line.Settle(Demanding.Of(5));

        Assert.Equal([(MovementKind.Shipped, -2, -2)], _line.Settle(Demanding.Of(3, taken: 2, minute: 1)));
        Assert.Equal((-2, 3), _line.At(10));
    }

    [Fact]
    [Trait("Row", "K1")]
    public void Cancellation_releases_and_what_has_left_stays_left()
    {
        _line.Settle(Demanding.Of(5));
        _line.Settle(Demanding.Of(3, taken: 2, minute: 1));

        Assert.Equal([(MovementKind.Released, 0, -3)], _line.Settle(Demanding.Of(0, taken: null, minute: 2)));
        Assert.Equal((-2, 0), _line.At(10));
    }

    [Fact]
    public void Shipment_of_some_and_cancellation_of_the_others_at_once_is_two_ledger_lines()
    {
        _line.Settle(Demanding.Of(5));

        Assert.Equal(
            [(MovementKind.Shipped, -3, -3), (MovementKind.Released, 0, -2)],
            _line.Settle(Demanding.Of(0, taken: 3, minute: 1)));
    }

    [Fact]
    public void Order_first_seen_when_it_had_left_consumes_without_ever_having_reserved()
    {
        Assert.Equal([(MovementKind.Shipped, -2, 0)], _line.Settle(Demanding.Of(0, taken: 2)));
        Assert.Equal((-2, 0), _line.At(10));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void Unfulfilled_order_brings_its_units_back_and_holds_them()
    {
        _line.Settle(Demanding.Of(3));
        _line.Settle(Demanding.Of(0, taken: 3, minute: 1));

        Assert.Equal([(MovementKind.Returned, 3, 3)], _line.Settle(Demanding.Of(3, taken: 0, minute: 1)));
        Assert.Equal((0, 3), _line.At(10));
    }

    [Fact]
    public void Quantity_that_grows_or_shrinks_moves_the_difference()
    {
        _line.Settle(Demanding.Of(3));

        Assert.Equal([(MovementKind.Reserved, 0, 2)], _line.Settle(Demanding.Of(5, minute: 1)));
        Assert.Equal([(MovementKind.Released, 0, -4)], _line.Settle(Demanding.Of(1, minute: 2)));
    }

    [Fact]
    public void Older_demand_is_ignored_also_after_one_that_changed_nothing()
    {
        _line.Settle(Demanding.Of(3));
        _line.Settle(Demanding.Of(3, minute: 10));

        Assert.Empty(_line.Settle(Demanding.Of(7, minute: 5)));
        Assert.Equal((0, 3), _line.At(10));
    }

    [Fact]
    public void Line_that_becomes_another_item_gives_back_the_one_and_takes_the_other()
    {
        _line.Settle(Demanding.Of(5));
        _line.Settle(Demanding.Of(3, taken: 2, minute: 1));

        _line.Settle(Demanding.Of(3, taken: 2, item: 11, minute: 2));

        Assert.Equal((0, 0), _line.At(10));
        Assert.Equal((-2, 3), _line.At(11));
    }

    [Fact]
    public void Line_that_becomes_an_item_counted_after_the_sale_takes_no_units_that_had_left()
    {
        _line.Settle(Demanding.Of(5));
        _line.Settle(Demanding.Of(3, taken: 2, minute: 1));

        _line.Settle(Demanding.Of(3, taken: 2, item: 11, minute: 2), CountedAfter);

        Assert.Equal((0, 0), _line.At(10));
        Assert.Equal((3, 3), _line.At(11));
    }

    [Fact]
    [Trait("Row", "W2")]
    public void Reservation_follows_to_another_warehouse()
    {
        _line.Settle(Demanding.Of(5));

        _line.Settle(Demanding.Of(5, warehouse: 2, minute: 1));

        Assert.Equal((0, 0), _line.At(10));
        Assert.Equal((0, 5), _line.At(10, warehouse: 2));
    }

    [Fact]
    [Trait("Row", "W2")]
    public void What_left_has_left_from_where_it_was_whichever_warehouse_is_mapped_now()
    {
        _line.Settle(Demanding.Of(0, taken: 5));

        Assert.Empty(_line.Settle(Demanding.Of(0, taken: 5, warehouse: 2, minute: 1)));
        Assert.Equal((-5, 0), _line.At(10));
    }

    [Fact]
    public void Line_that_is_none_of_our_items_any_more_releases()
    {
        _line.Settle(Demanding.Of(5));

        Assert.Equal([(MovementKind.Released, 0, -5)], _line.Settle(Demanding.Of(5, item: null, minute: 1)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, null)]
    public void Line_that_wants_nothing_gets_no_claim(int reserved, int? taken)
    {
        Assert.Empty(_line.Settle(Demanding.Of(reserved, taken)));
        Assert.Empty(_line.Settle(Demanding.Of(4, 1, item: null)));
        Assert.Empty(_line.Claims);
    }

    [Fact]
    [Trait("Row", "I4")]
    public void Units_that_left_before_Amazons_quantity_was_taken_are_not_taken_again()
    {
        Assert.Empty(_line.Settle(Demanding.Of(0, taken: 4), CountedAfter));
        Assert.Empty(_line.Claims);
    }

    [Fact]
    [Trait("Row", "I4")]
    public void Units_sold_but_not_sent_when_Amazons_quantity_was_taken_are_added_and_held()
    {
        Assert.Equal(
            [(MovementKind.Opening, 3, 0), (MovementKind.Reserved, 0, 3)],
            _line.Settle(Demanding.Of(3, taken: 1), CountedAfter));
        Assert.Equal([(MovementKind.Shipped, -3, -3)], _line.Settle(Demanding.Of(0, taken: 4, minute: 1), CountedAfter));
        Assert.Equal((0, 0), _line.At(10));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void Order_that_had_left_before_the_count_comes_back_on_top_of_it_when_it_is_unfulfilled()
    {
        _line.Settle(Demanding.Of(0, taken: 4), CountedAfter);

        _line.Settle(Demanding.Of(4, taken: 0), CountedAfter);

        Assert.Equal((4, 4), _line.At(10));
    }

    [Theory]
    [InlineData(Demanding.OtherChannel)]
    [InlineData(null)]
    public void Units_sold_before_another_channels_or_a_persons_count_are_held_within_it(long? countedBy)
    {
        var opening = new OpeningMoment(Demanding.Ordered.AddDays(1), countedBy);

        Assert.Equal([(MovementKind.Reserved, 0, 3)], _line.Settle(Demanding.Of(3), opening));
        Assert.Equal((0, 3), _line.At(10));
    }

    [Fact]
    [Trait("Row", "I4")]
    public void Item_that_was_never_counted_is_held_and_its_count_comes_on_top()
    {
        Assert.Equal([(MovementKind.Reserved, 0, 3)], _line.Settle(Demanding.Of(3), default(OpeningMoment)));
        Assert.Equal([(MovementKind.Shipped, -3, -3)], _line.Settle(Demanding.Of(0, 3, minute: 1), default(OpeningMoment)));
    }

    [Fact]
    public void Order_made_by_hand_always_counts()
    {
        var demand = Demanding.Of(0, taken: 2) with { ChannelId = null };

        Assert.Equal([(MovementKind.Shipped, -2, 0)], _line.Settle(demand, CountedAfter));
    }
}

using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Tax;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Domain.Orders;

/// <summary>What a sync makes of an order that a person edited: nothing, but it says where Amazon differs.</summary>
public sealed class EditedOrderTests
{
    private static readonly SoldItem Belt = new(7, "BELT-BROWN", "Leather belt", null);

    private static readonly MarketplaceOrder Sent = AnAmazonOrder.Unshipped() with
    {
        GrandTotal = 1180.00m,
        Lines = [AnAmazonOrder.Line(), AnAmazonOrder.Line("10000000000002", "KURTA-L-RED")],
    };

    [Fact]
    [Trait("Row", "O4")]
    [Trait("Row", "T5")]
    public void An_edit_sets_the_lines_and_the_total_and_remembers_Amazons()
    {
        var order = Known(Sent);

        Edit(order, line => line with { Rate = 18m, UnitPrice = 400.00m });

        Assert.All(order.Lines, line => Assert.True(line.ByHand));
        Assert.Equal(["IGST18"], order.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal((944.00m, 1180.00m), (order.Total, order.AmazonTotal));
        Assert.Equal((1, 590.00m), (order.Lines[0].AmazonQuantity, order.Lines[0].AmazonTotal));
        Assert.Equal(2, order.Flags.Count(flag => flag.Code == "amazon.line-differs"));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void A_later_answer_leaves_an_edited_line_and_says_where_Amazon_differs()
    {
        var order = Known(Sent);
        Edit(order, line => line.LineId == 1 ? line with { UnitPrice = 400.00m, Rate = 18m } : line with { Rate = 18m });

        order.Take(Later(Sent with
        {
            GrandTotal = 1770.00m,
            Lines =
            [
                AnAmazonOrder.Line() with { Quantity = 2, ItemAmount = 1000.00m, Tax = 180.00m, Total = 1180.00m },
                AnAmazonOrder.Line("10000000000002", "KURTA-L-RED"),
            ],
        }));

        Assert.Equal((1, 400.00m, 472.00m), (order.Lines[0].Quantity, order.Lines[0].UnitPrice, order.Lines[0].Total));
        Assert.Equal((1062.00m, 1770.00m), (order.Total, order.AmazonTotal));
        var flag = Assert.Single(order.Flags, flag => flag.Code == "amazon.line-differs");
        Assert.Contains("Amazon has 2 at INR 1180.00, here it is 1 at INR 472.00", flag.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "O1")]
    public void The_same_answer_again_is_still_a_replay()
    {
        var order = Known(Sent);
        Edit(order, line => line with { Rate = 18m, Quantity = 2 });

        var decision = OrderImportPolicy.Decide(
            Sent, OrderFingerprint.Of(Sent), order, OrderPreference.ConfirmedAndFulfilled);

        Assert.Equal(ImportDecision.LeaveUnchanged, decision);
    }

    [Fact]
    [Trait("Row", "O4")]
    public void A_line_that_a_person_did_not_touch_still_follows_Amazon()
    {
        var order = Known(Sent);
        Edit(order, line => line, add: new LineEdit { ItemId = 7, Quantity = 1, UnitPrice = 100.00m });

        order.Take(Later(Sent with
        {
            Lines =
            [
                AnAmazonOrder.Line() with { Quantity = 2, ItemAmount = 1000.00m, Tax = 180.00m, Total = 1180.00m },
                AnAmazonOrder.Line("10000000000002", "KURTA-L-RED"),
            ],
        }));

        Assert.Equal(2, order.Lines[0].Quantity);
        Assert.False(order.Lines[0].ByHand);
        Assert.Equal(1870.00m, order.Total);
    }

    [Fact]
    [Trait("Row", "O4")]
    public void A_line_added_by_hand_survives_and_every_line_keeps_a_number_of_its_own()
    {
        var order = Known(Sent);
        Edit(order, line => line, add: new LineEdit { ItemId = 7, Quantity = 3, UnitPrice = 100.00m, Rate = 0m });

        order.Take(Later(Sent with
        {
            Lines = [.. Sent.Lines, AnAmazonOrder.Line("10000000000003", "SCARF")],
        }));

        Assert.Equal(["KURTA-M-BLUE", "KURTA-L-RED", "SCARF", "BELT-BROWN"], order.Lines.Select(line => line.Sku));
        Assert.Equal([1, 2, 3, 4], order.Lines.Select(line => line.LineNumber));
        Assert.Equal((7L, 300.00m), (order.Lines[3].ItemId, order.Lines[3].Total));
        Assert.DoesNotContain(order.Flags, flag => flag.Code.StartsWith("amazon.line", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void An_edited_line_that_Amazon_no_longer_names_stays_and_asks_for_a_decision()
    {
        var order = Known(Sent);
        Edit(order, line => line with { Rate = 18m, UnitPrice = 450.00m });

        order.Take(Later(Sent with { Lines = [AnAmazonOrder.Line()], GrandTotal = 590.00m }));

        Assert.Equal(2, order.Lines.Count);
        Assert.Contains(order.Flags, flag => flag is { Code: "amazon.line-gone", NeedsDecision: true });
    }

    [Fact]
    [Trait("Row", "O4")]
    public void A_place_of_supply_chosen_by_hand_survives_a_sync_and_answers_the_unknown_state()
    {
        var unknown = AnAmazonOrder.Unshipped() with { ShipToState = "Atlantis" };
        var order = Known(unknown);
        Assert.True(order.NeedsDecision);
        Assert.Empty(order.Lines[0].Taxes);

        var place = new PlaceOfSupply(GstState.Find("29"), Abroad: false);
        var outcome = Outcome(order, line => line, place: place);
        order.ChoosePlace(place);
        order.Edit(outcome, Items);

        Assert.False(order.NeedsDecision);
        Assert.Equal(["CGST0", "SGST0"], order.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.False(order.Lines[0].ByHand);

        order.Take(Later(unknown with { ShipBy = AnAmazonOrder.Ordered.AddDays(4) }));
        Assert.Equal("29", order.PlaceOfSupply?.Code);
        Assert.Equal(["CGST0", "SGST0"], order.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.False(order.NeedsDecision);

        order.Take(Later(unknown with { ShipToState = "Kerala" }, hours: 2));
        Assert.Equal("29", order.PlaceOfSupply?.Code);
        Assert.Contains(order.Flags, flag => flag.Code == "amazon.place-differs");
    }

    [Fact]
    [Trait("Row", "U2")]
    public void An_order_from_abroad_stays_there_when_a_later_answer_has_no_address()
    {
        var order = Known(AnAmazonOrder.Unshipped() with { ShipToCountry = "AE", ShipToState = "Dubai" });

        order.Take(Later(AnAmazonOrder.Unshipped() with { ShipToCountry = null, ShipToState = null }));

        Assert.Equal((GstTreatment.Overseas, "AE"), (order.GstTreatment, order.ShipToCountry));
        Assert.Equal(["IGST0"], order.Lines[0].Taxes.Select(tax => tax.Name));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void Less_ordered_than_was_asked_may_mean_that_all_has_left()
    {
        var order = Known(Sent);
        order.CountShipments(new Dictionary<long, int> { [1] = 1 }, AnAmazonOrder.Ordered.AddDays(1), 30);
        Assert.Equal(OrderStatus.PartiallyShipped, order.Status);

        Edit(order, line => line.LineId == 2 ? line with { Quantity = 0 } : line);
        order.Recount(AnAmazonOrder.Ordered.AddDays(1), 30);

        Assert.Equal(OrderStatus.Fulfilled, order.Status);
        Assert.Equal(AnAmazonOrder.Ordered.AddDays(31), order.ContactExpiresAt);
    }

    [Fact]
    [Trait("Row", "O5")]
    public void A_clone_has_the_lines_and_nothing_of_the_buyer()
    {
        var order = Known(Sent with { OrderCharges = 0m, PaymentMethod = "Cash on delivery", Business = true });
        order.KeepContact();
        order.BelongTo(8);

        var clone = order.Clone(warehouseId: 1, AnAmazonOrder.Ordered.AddDays(9));

        Assert.Equal(order.Lines.Select(line => (line.Sku, line.Total)), clone.Lines.Select(line => (line.Sku, line.Total)));
        Assert.Equal(1180.00m, clone.Total);
        Assert.Equal((null, null, null), (clone.ChannelId, clone.AmazonOrderId, clone.CustomerId));
        Assert.False(clone.HasContact);
        Assert.Empty(clone.Comments);
        Assert.Null(clone.PaymentMethod);
        Assert.Equal((OrderStatus.Confirmed, GstTreatment.Consumer), (clone.Status, clone.GstTreatment));
        Assert.All(clone.Lines, line => Assert.True(line.AddedByHand));
        Assert.DoesNotContain(clone.Lines, line => Sent.Lines.Any(sent => sent.OrderItemId == line.OrderItemId));
    }

    private static Dictionary<long, SoldItem> Items { get; } = new() { [7] = Belt };

    private static SalesOrder Known(MarketplaceOrder sent)
    {
        var order = AnAmazonOrder.Imported(sent);
        Identity.Assign(order, 12);
        for (var index = 0; index < order.Lines.Count; index++)
        {
            Identity.Assign(order.Lines[index], index + 1);
        }

        return order;
    }

    private static MarketplaceOrder Later(MarketplaceOrder order, int hours = 1) =>
        order with { UpdatedAt = AnAmazonOrder.Ordered.AddHours(1 + hours) };

    private static void Edit(SalesOrder order, Func<LineEdit, LineEdit> change, LineEdit? add = null) =>
        order.Edit(Outcome(order, change, add), Items);

    private static OrderOutcome Outcome(
        SalesOrder order, Func<LineEdit, LineEdit> change, LineEdit? add = null, PlaceOfSupply? place = null)
    {
        var lines = order.Lines
            .Select(line => new EditedLine(line.Figures, change(LineEdit.Of(line.Id, line.Figures))))
            .ToList();
        if (add is not null)
        {
            lines.Add(new EditedLine(null, add));
        }

        return OrderEditPolicy.Apply(lines, order.Place, place ?? order.Place, GstState.Find("29"), order.OrderCharges);
    }
}

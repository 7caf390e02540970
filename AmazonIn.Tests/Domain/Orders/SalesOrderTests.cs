using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Privacy;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Domain.Orders;

public sealed class SalesOrderTests
{
    [Fact]
    [Trait("Row", "O3")]
    [Trait("Row", "H3")]
    public void A_purchase_becomes_an_order_with_amazons_amounts_and_a_paid_comment()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped() with { PaymentMethod = "Cash on delivery" });

        var line = Assert.Single(order.Lines);
        Assert.Equal((500.00m, 90.00m, 590.00m), (line.ItemAmount, line.Tax, line.Total));
        Assert.Equal(590.00m, order.Total);
        Assert.Equal("Paid", Assert.Single(order.Comments).Text);
        Assert.Equal("Cash on delivery", order.PaymentMethod);
        Assert.Empty(order.Flags);
    }

    [Fact]
    [Trait("Row", "T2")]
    [Trait("Row", "T3")]
    public void Tax_is_split_by_home_and_place_of_supply()
    {
        var between = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped(), AnAmazonOrder.Context(home: "29"));
        var within = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped(), AnAmazonOrder.Context(home: "27"));

        Assert.Equal(["IGST0"], between.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal(["CGST0", "SGST0"], within.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.Equal(45.00m, within.Lines[0].CgstAmount);
    }

    [Fact]
    [Trait("Row", "O2")]
    public void Cancellation_voids_the_order_and_starts_the_retention_clock()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped());
        var cancelledAt = AnAmazonOrder.Ordered.AddDays(2);

        order.Take(AnAmazonOrder.Cancelled(cancelledAt));

        Assert.Equal(OrderStatus.Void, order.Status);
        Assert.Equal(cancelledAt.AddDays(30), order.ContactExpiresAt);
    }

    [Fact]
    public void Personal_data_expires_thirty_days_after_the_shipment()
    {
        var shippedAt = AnAmazonOrder.Ordered.AddDays(1);

        var order = AnAmazonOrder.Imported(AnAmazonOrder.Shipped(shippedAt));

        Assert.Equal(shippedAt, order.FulfilledAt);
        Assert.Equal(shippedAt.AddDays(30), order.ContactExpiresAt);
    }

    [Fact]
    public void An_order_fulfilled_again_starts_the_clock_anew()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Shipped());
        order.Take(AnAmazonOrder.Unshipped() with { UpdatedAt = AnAmazonOrder.Ordered.AddDays(5) });
        Assert.Null(order.ContactExpiresAt);

        var again = AnAmazonOrder.Ordered.AddDays(6);
        order.Take(AnAmazonOrder.Shipped(again));

        Assert.Equal(again.AddDays(30), order.ContactExpiresAt);
    }

    [Fact]
    public void Without_a_ship_time_the_clock_never_starts_later_than_the_ship_by_time()
    {
        var seenLate = AnAmazonOrder.Shipped() with
        {
            ShippedAt = null,
            ShipBy = AnAmazonOrder.Ordered.AddDays(2),
            UpdatedAt = AnAmazonOrder.Ordered.AddDays(60),
        };

        Assert.Equal(seenLate.ShipBy, AnAmazonOrder.Imported(seenLate).FulfilledAt);
        Assert.Equal(seenLate.CreatedAt, AnAmazonOrder.Imported(seenLate with { ShipBy = null }).FulfilledAt);
    }

    [Fact]
    [Trait("Row", "O3")]
    public void Sums_that_do_not_add_up_to_the_paisa_are_flagged()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped() with { GrandTotal = 590.01m });

        var flag = Assert.Single(order.Flags);
        Assert.Equal("amounts.differ", flag.Code);
        Assert.Equal("The lines add up to INR 590.00, Amazon's total is INR 590.01.", flag.Message);
        Assert.True(order.NeedsDecision);
    }

    [Fact]
    [Trait("Row", "O3")]
    public void Charges_on_no_line_count_towards_the_total()
    {
        var order = AnAmazonOrder.Imported(
            AnAmazonOrder.Unshipped() with { GrandTotal = 600.00m, OrderCharges = 10.00m });

        Assert.Empty(order.Flags);
    }

    [Theory]
    [InlineData("status.unknown")]
    [InlineData("currency.foreign")]
    [InlineData("amounts.missing")]
    [InlineData("gstin.invalid")]
    [InlineData("state.unknown")]
    [InlineData("cancel.requested")]
    public void Dirty_orders_are_imported_and_flagged_in_words(string code)
    {
        var clean = AnAmazonOrder.Unshipped();
        var dirty = code switch
        {
            "status.unknown" => clean with { Status = MarketplaceOrderStatus.Unknown, StatusText = "TELEPORTED" },
            "currency.foreign" => clean with { Currency = "USD" },
            "amounts.missing" => clean with { GrandTotal = null },
            "gstin.invalid" => clean with { Contact = new BuyerContact { TaxRegistrationNumber = "27AAPFU0939F1ZO" } },
            "state.unknown" => clean with { ShipToState = "Atlantis" },
            _ => clean with { CancelRequestedByBuyer = true },
        };

        var order = AnAmazonOrder.Imported(dirty);

        Assert.Contains(order.Flags, flag => flag.Code == code);
        Assert.Equal(OrderStatus.Confirmed, order.Status);
        Assert.Equal(GstTreatment.Consumer, order.GstTreatment);
    }

    [Fact]
    public void Missing_amounts_stay_missing_and_are_not_zero()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped() with
        {
            GrandTotal = null,
            Lines = [AnAmazonOrder.Line() with { UnitPrice = null, ItemAmount = null, Tax = null, Total = null }],
        });

        Assert.Null(order.Total);
        Assert.Null(order.Lines[0].Tax);
        Assert.Empty(order.Lines[0].Taxes);
    }

    [Fact]
    public void A_later_answer_without_an_address_keeps_the_place_of_supply()
    {
        var order = AnAmazonOrder.Imported(AnAmazonOrder.Unshipped());

        order.Take(AnAmazonOrder.Shipped() with { ShipToState = null, ShipToCountry = null, Contact = null });

        Assert.Equal("27", order.PlaceOfSupply?.Code);
        Assert.Equal(["IGST0"], order.Lines[0].Taxes.Select(tax => tax.Name));
    }

    [Fact]
    public void Personal_data_never_prints_itself()
    {
        var order = AnAmazonOrder.Unshipped();

        Assert.DoesNotContain("Asha", order.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Asha", order.Contact!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Asha", new ContactAddress { Name = "Asha Rao" }.ToString(), StringComparison.Ordinal);
    }
}

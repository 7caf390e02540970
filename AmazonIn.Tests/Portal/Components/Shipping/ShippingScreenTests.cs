using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Portal.Features.SalesOrders;
using AmazonIn.Portal.Features.Shipping;
using AmazonIn.Tests.Portal.Components.SalesOrders;
using AmazonIn.Tests.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Users;
using AmazonIn.Tests.TestKit;
using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Shipping;

public sealed class ShippingScreenTests : ShopContext
{
    private const long Id = 12;

    private readonly FakeSalesOrders orders = new();

    public ShippingScreenTests()
    {
        Services.AddSingleton<ISalesOrderQueries>(orders);
        new FakeVault().AddTo(Services, new FakeUsers());
        Services.AddTransient<CloneOrder>();
        Services.AddTransient<AddComment>();
        Connected();
    }

    private OrderFile File => Shipping.File(Id);

    [Fact]
    [Trait("Row", "H1")]
    public void An_order_is_packed_and_shipped_from_its_page()
    {
        var page = Open();
        Assert.Contains("Nothing is packed yet.", Panel(page).TextContent, StringComparison.Ordinal);

        Button(page, "Pack").Click();
        page.WaitForAssertion(() => page.Find("#pack-form"));
        page.Find("#pack-form input").Input("2");
        page.Find("#pack-form").Submit();
        page.WaitForAssertion(() => Assert.Contains("2 × KURTA-M-BLUE", Panel(page).TextContent, StringComparison.Ordinal));
        var package = File.Packages.Single();
        Assert.Contains("Still to pack: 1 × KURTA-M-BLUE", Panel(page).TextContent, StringComparison.Ordinal);

        page.Find($"button[aria-label='Ship {package.Number}']").Click();
        page.WaitForAssertion(() => page.Find("#ship-form"));
        page.Find("#ship-carrier").Change("Delhivery");
        page.Find("#ship-tracking").Input(" DL 77 ");
        page.Find("#ship-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Waiting for Amazon", Panel(page).TextContent, StringComparison.Ordinal));
        Assert.Equal(("Delhivery", "DL77"), (package.Shipment!.CarrierCode, package.Shipment.TrackingNumber));
        Assert.Equal(Clock.GetUtcNow(), package.Shipment.ShippedAt);
        Assert.Empty(page.FindAll($"button[aria-label='Unpack {package.Number}']"));
    }

    [Fact]
    [Trait("Row", "H1")]
    public void What_is_wrong_is_said_in_the_dialog_and_what_was_typed_stays()
    {
        Packed();
        var page = Open();

        page.Find("button[aria-label^='Ship PKG']").Click();
        page.WaitForAssertion(() => page.Find("#ship-form"));
        page.Find("#ship-form").Submit();
        page.WaitForAssertion(() => Assert.Contains(
            "Choose the carrier.", page.Find("#ship-carrier-error").TextContent, StringComparison.Ordinal));
        page.Find("#ship-carrier").Change(Carrier.OtherCode);
        page.Find("#ship-form").Submit();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#ship-carrier-name-error")));
        page.Find("#ship-carrier-name").Input("Hill Carriers");
        page.Find("#ship-tracking").Input("<b>");
        page.Find("#ship-form").Submit();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#ship-tracking-error")));
        page.Find("#ship-tracking").Input("H-1");
        page.Find("#ship-date").Change("2026-11-30");
        page.Find("#ship-form").Submit();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#ship-date-error")));
        Assert.Equal("Hill Carriers", page.Find("#ship-carrier-name").GetAttribute("value"));
        Assert.Null(File.Packages.Single().Shipment);
    }

    [Fact]
    [Trait("Row", "H1")]
    public void Amazons_refusal_request_id_and_read_back_stand_at_the_shipment_and_it_can_be_told_again()
    {
        var shipment = Shipped();
        shipment.Refuse(1, "Amazon does not take this carrier.", "req-7", first: true, Clock.GetUtcNow());
        var page = Open();

        Assert.Contains("Refused by Amazon", Panel(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("Amazon does not take this carrier.", Panel(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("req-7", Panel(page).TextContent, StringComparison.Ordinal);

        page.Find("button[aria-label^='Tell Amazon again of PKG']").Click();
        page.WaitForAssertion(() => Assert.Contains("Waiting for Amazon", Panel(page).TextContent, StringComparison.Ordinal));

        // The answer comes without a click.
        shipment.Accept(shipment.Change, "req-8", Clock.GetUtcNow().AddMinutes(2), Clock.GetUtcNow());
        Clock.Advance(TimeSpan.FromSeconds(2));
        page.WaitForAssertion(() => Assert.Contains("Taken by Amazon", Panel(page).TextContent, StringComparison.Ordinal));
        Assert.Contains("Will be read back", Panel(page).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "H1")]
    public void A_tracking_number_is_corrected_with_what_was_sent_filled_in()
    {
        var shipment = Shipped();
        var page = Open();

        page.Find("button[aria-label^='Correct tracking of PKG']").Click();
        page.WaitForAssertion(() => Assert.Equal("BD1", page.Find("#ship-tracking").GetAttribute("value")));
        Assert.Equal("Blue Dart", page.Find("#ship-carrier").GetAttribute("value"));
        page.Find("#ship-tracking").Input("BD2");
        page.Find("#ship-form").Submit();

        page.WaitForAssertion(() => Assert.Equal(("BD2", 2), (shipment.TrackingNumber, shipment.Change)));
        Assert.Equal(AnOrder.OrderedAt.AddHours(1), shipment.ShippedAt);
    }

    [Fact]
    [Trait("Row", "H1")]
    public void A_package_that_has_not_left_is_unpacked_after_a_question()
    {
        Packed();
        var page = Open();

        page.Find("button[aria-label^='Unpack PKG']").Click();
        page.WaitForAssertion(() => Assert.Contains("is taken apart", page.Markup, StringComparison.Ordinal));
        Button(page, "Unpack", ".mud-dialog-actions button").Click();

        page.WaitForAssertion(() => Assert.Empty(File.Packages));
    }

    [Fact]
    [Trait("Row", "X5")]
    public void A_pickup_is_scheduled_moved_and_followed_from_the_order_page()
    {
        var package = PackedForPickup();
        var page = Open(AnOrder.Row(Id, easyShip: true));

        page.Find($"button[aria-label='Schedule the pickup of {package.Number}']").Click();
        page.WaitForAssertion(() => page.Find("#pickup-form"));
        page.Find("#pickup-form").Submit();
        page.WaitForAssertion(() => Assert.Equal("alert", page.Find("#pickup-size-note").GetAttribute("role")));
        Assert.Equal("true", page.Find(".pickup-measures input").GetAttribute("aria-invalid"));
        foreach (var (value, at) in new[] { "30", "20", "12.5", "850" }.Select((value, at) => (value, at)))
        {
            page.FindAll(".pickup-measures input")[at].Change(value);
        }

        page.Find("#pickup-form").Submit();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".pickup-slot input").Count));
        Assert.Contains("Tomorrow, 24 Nov", page.Find(".pickup-day legend").TextContent, StringComparison.Ordinal);
        page.FindAll(".pickup-slot input")[1].Change(true);
        page.Find("#pickup-form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Pickup scheduled", Panel(page).TextContent, StringComparison.Ordinal));
        Assert.Equal((new ParcelSize(30, 20, 12.5m, 850), "evening"), (package.Pickup!.Size, package.Pickup.SlotId));
        Assert.NotEmpty(page.FindAll($"a[href='/packages/{package.Id}/easy-ship/label']"));
        Assert.Empty(page.FindAll($"button[aria-label='Unpack {package.Number}']"));

        page.Find($"button[aria-label='Reschedule the pickup of {package.Number}']").Click();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".pickup-slot input").Count));
        Assert.Empty(page.FindAll(".pickup-measures"));
        page.FindAll(".pickup-slot input")[0].Change(true);
        page.Find("#pickup-form").Submit();
        page.WaitForAssertion(() => Assert.Equal("morning", package.Pickup.SlotId));

        Shipping.EasyShip.State = PickupState.PickedUp;
        page.WaitForAssertion(() => page.Find($"button[aria-label='Ask Amazon where {package.Number} is']").Click());
        page.WaitForAssertion(() => Assert.Contains("Picked up", Panel(page).TextContent, StringComparison.Ordinal));
        Assert.Equal("300000000001", package.Shipment!.TrackingNumber);
    }

    [Fact]
    [Trait("Row", "X5")]
    public void Amazons_no_to_a_pickup_is_said_in_the_dialog()
    {
        var package = PackedForPickup();
        Shipping.EasyShip.Refusal = new Error("easy-ship.refused", "Amazon does not collect there.", ErrorKind.Conflict);
        var page = Open(AnOrder.Row(Id, easyShip: true));

        page.Find($"button[aria-label='Schedule the pickup of {package.Number}']").Click();
        page.WaitForAssertion(() => page.Find("#pickup-form"));
        foreach (var at in Enumerable.Range(0, 4))
        {
            page.FindAll(".pickup-measures input")[at].Change("100");
        }

        page.Find("#pickup-form").Submit();

        page.WaitForAssertion(() => Assert.Contains(
            "Amazon does not collect there.", page.Find("#pickup-form .notice.error").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".pickup-slot"));
        Assert.Null(package.Pickup);
    }

    [Theory]
    [InlineData(FulfilledBy.Amazon, false, "Amazon packs and ships this order")]
    [InlineData(FulfilledBy.Merchant, true, "pack it and schedule its pickup")]
    [Trait("Row", "H1")]
    public void Orders_that_Amazon_ships_or_collects_say_so_instead_of_offering_to_ship(
        FulfilledBy fulfilledBy, bool easyShip, string words)
    {
        var page = Open(AnOrder.Row(Id, fulfilledBy: fulfilledBy, easyShip: easyShip));

        Assert.Contains(words, Panel(page).TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[aria-label^='Ship PKG']"));
    }

    [Fact]
    [Trait("Row", "O2")]
    public void The_buyers_request_to_cancel_is_decided_in_its_banner()
    {
        var page = Open(AnOrder.Row(Id, cancelRequested: true), Bought() with { CancelRequestedByBuyer = true });
        Packed(page: false);
        Assert.Contains("The buyer asked Amazon to cancel this order.", page.Find(".notice.error").TextContent, StringComparison.Ordinal);

        Button(page, "Ship it all the same").Click();

        page.WaitForAssertion(() => Assert.Contains(
            "it was decided to ship it all the same", page.Find(".notice.info").TextContent, StringComparison.Ordinal));
        Assert.False(File.Order.AwaitsCancelDecision);
    }

    [Fact]
    [Trait("Row", "O4")]
    public void A_step_says_what_it_does_before_it_is_taken()
    {
        var page = Open();

        page.Find("button[aria-label='More actions with the order']").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(Entries(page)));
        Assert.Equal(["Clone", "Fulfil", "Void"], Entries(page).Select(entry => entry.TextContent.Trim()));
        Entries(page)[2].Click();
        page.WaitForAssertion(() => Assert.Contains("3 units reserved for it are released", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Cancel it in Seller Central too", page.Markup, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Confirmed, File.Order.Status);

        Button(page, "Void SO-00012").Click();

        page.WaitForAssertion(() => Assert.Equal(OrderStatus.Void, File.Order.Status));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void An_Amazon_order_is_fulfilled_only_by_saying_that_it_was_shipped_outside()
    {
        var page = Open();
        page.Find("button[aria-label='More actions with the order']").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(Entries(page)));
        Entries(page)[1].Click();
        page.WaitForAssertion(() => Assert.True(Button(page, "Fulfil SO-00012").HasAttribute("disabled")));

        page.Find(".outside input").Change(true);
        Button(page, "Fulfil SO-00012").Click();

        page.WaitForAssertion(() => Assert.Equal(OrderStatus.Fulfilled, File.Order.Status));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void A_viewer_sees_packages_and_is_offered_nothing()
    {
        Packed();
        SignIn(Role.Viewer);

        var page = Open();

        Assert.Contains("PKG-", Panel(page).TextContent, StringComparison.Ordinal);
        Assert.Empty(Panel(page).QuerySelectorAll("button.link-button"));
        Assert.Empty(page.FindAll("button[aria-label='More actions with the order']"));
    }

    [Fact]
    public void A_fault_of_the_packages_leaves_the_rest_of_the_order()
    {
        Shipping.Fault = new IOException("secret detail");

        var page = Open();

        Assert.Contains("The packages could not be loaded.", Panel(page).TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll("td[data-label=Item]"));
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "H1")]
    public async Task The_lists_show_state_content_and_tracking_and_ask_for_what_the_address_says()
    {
        var shipment = Shipped();
        shipment.Refuse(1, "No such carrier.", "req-7", first: true, Clock.GetUtcNow());
        Navigation.NavigateTo("/packages?state=ToShip&q=bd1");
        var packages = RenderPage<PackagesPage>();
        packages.WaitForAssertion(() => Assert.Contains("3 × KURTA-M-BLUE", packages.Markup, StringComparison.Ordinal));
        Assert.Equal(("bd1", PackageStage.ToShip), (Shipping.PackageFilters[^1].Filter.Search, Shipping.PackageFilters[^1].Filter.Stage));

        await DisposeComponentsAsync();
        Navigation.NavigateTo("/shipments?state=Refused&sort=shippedAt");
        var shipments = RenderPage<ShipmentsPage>();
        shipments.WaitForAssertion(() => Assert.Contains("No such carrier.", shipments.Markup, StringComparison.Ordinal));
        Assert.Equal(ConfirmationState.Refused, Shipping.ShipmentFilters[^1].Filter.State);
        Assert.Equal("BD1", shipments.Find("td[data-label=Tracking]").TextContent.Trim());

        shipments.Find("button[aria-label^='Tell Amazon again of SHP']").Click();
        shipments.WaitForAssertion(() => Assert.Equal(ConfirmationState.Waiting, shipment.State));
    }

    [Fact]
    public async Task Empty_lists_say_what_will_be_here()
    {
        Navigation.NavigateTo("/packages");
        var packages = RenderPage<PackagesPage>();
        packages.WaitForAssertion(() => Assert.Contains("No packages yet", packages.Markup, StringComparison.Ordinal));

        await DisposeComponentsAsync();
        Navigation.NavigateTo("/shipments");
        var shipments = RenderPage<ShipmentsPage>();
        shipments.WaitForAssertion(() => Assert.Contains("No shipments yet", shipments.Markup, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "H1")]
    public void Carriers_are_added_changed_and_removed_with_a_warning_for_codes_that_Amazon_does_not_list()
    {
        Navigation.NavigateTo("/settings/carriers");
        var page = RenderPage<CarriersPage>();

        page.Find(".page-actions button").Click();
        page.WaitForAssertion(() => page.Find("#carrier-form"));
        page.Find("#carrier-name").Input("Blue Dart");
        page.Find("#carrier-code").Input("bluedart");
        Assert.Contains("is not in Amazon's published list", page.Markup, StringComparison.Ordinal);
        page.Find("#carrier-form").Submit();
        page.WaitForAssertion(() => Assert.Contains("already", page.Find("#carrier-name-error").TextContent, StringComparison.Ordinal));
        page.Find("#carrier-name").Input("Hill Carriers");
        page.Find("#carrier-code").Input("Other");
        page.Find("#carrier-form").Submit();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("button[aria-label='Change Hill Carriers']")));

        page.Find("button[aria-label='Remove Hill Carriers']").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".mud-dialog-actions button")));
        Button(page, "Remove carrier").Click();
        page.WaitForAssertion(() => Assert.DoesNotContain(Shipping.Carriers, carrier => carrier.Name == "Hill Carriers"));
    }

    [Fact]
    [Trait("Row", "S2")]
    public async Task The_integration_page_says_how_far_shipments_are()
    {
        var channel = (await Channels.ListAsync(Token))[0];
        Shipping.Status = new ShipmentStatus(2, 1, 1, 0, 0, 4);

        var page = RenderPage<IntegrationPage>(builder =>
            builder.AddComponentParameter(1, nameof(IntegrationPage.ChannelId), channel.Id));

        page.WaitForAssertion(() => Assert.Contains("2 waiting", page.Markup, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll($"a[href='/shipments?channel={channel.Id}&state=Refused']"));
        Assert.Contains("1 tried again", page.Markup, StringComparison.Ordinal);
    }

    private static MarketplaceOrder Bought() => AnAmazonOrder.Unshipped() with
    {
        CreatedAt = AnOrder.OrderedAt,
        UpdatedAt = AnOrder.OrderedAt.AddMinutes(30),
        Lines = [AnAmazonOrder.Line() with { Quantity = 3 }],
    };

    private void Keep(MarketplaceOrder? bought = null)
    {
        var file = Shipping.Keep(Id, AnAmazonOrder.Imported(bought ?? Bought()));
        file.Order.Lines[0].LinkTo(1);
    }

    private Package PackedForPickup()
    {
        Keep(Bought() with { EasyShip = true });
        return Packed(page: false);
    }

    private Package Packed(bool page = true)
    {
        if (page)
        {
            Keep();
        }

        var package = new Package(
            Id, 1, [new PackageLine(File.Order.Lines[0].Id, 3)], "Asha", Clock.GetUtcNow());
        Shipping.SaveAsync(File.Order, [package], Token).GetAwaiter().GetResult();
        return package;
    }

    private Shipment Shipped()
    {
        var package = Packed();
        package.Ship("BlueDart", null, "BD1", AnOrder.OrderedAt.AddHours(1), confirm: true, Clock.GetUtcNow());
        Shipping.SaveAsync(File.Order, [package], Token).GetAwaiter().GetResult();
        return package.Shipment!;
    }

    private IRenderedComponent<Host> Open(SalesOrderRow? row = null, MarketplaceOrder? bought = null)
    {
        if (Shipping.FindAsync(Id, Token).GetAwaiter().GetResult() is null)
        {
            Keep(bought);
        }

        orders.Orders.Add(AnOrder.Details(row ?? AnOrder.Row(Id)));
        Navigation.NavigateTo($"/sales-orders/{Id}");
        var page = RenderPage<SalesOrderPage>(builder => builder.AddComponentParameter(1, nameof(SalesOrderPage.Id), Id));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("[aria-label='Packages and shipments']")));
        return page;
    }

    private static IElement Panel(IRenderedComponent<Host> page) => page.Find("[aria-label='Packages and shipments']");

    private static List<IElement> Entries(IRenderedComponent<Host> page) => [.. page.FindAll(".mud-menu-item")];

    private static IElement Button(IRenderedComponent<Host> page, string words, string selector = "button") =>
        page.FindAll(selector).Last(button => button.TextContent.Trim() == words);
}

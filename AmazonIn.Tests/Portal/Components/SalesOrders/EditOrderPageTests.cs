using AmazonIn.Domain.Access;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Features.SalesOrders;
using AmazonIn.Tests.Portal.Components.Items;
using AmazonIn.Tests.TestKit;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Authorization;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

public sealed class EditOrderPageTests : OrderScreens
{
    private static readonly MarketplaceOrder Sent = AnAmazonOrder.Unshipped() with
    {
        GrandTotal = 1012.24m,
        Lines =
        [
            AnAmazonOrder.Line() with { ItemAmount = 357.83m, UnitPrice = 357.83m, Tax = 64.41m, Total = 422.24m },
            AnAmazonOrder.Line("10000000000002", "DUPATTA"),
        ],
    };

    [Fact]
    [Trait("Row", "O4")]
    [Trait("Row", "T5")]
    public void Line_tax_and_total_follow_while_one_types()
    {
        var page = Open();
        Assert.Equal("₹1,012.24", Sum(page, "total"));
        Assert.True(Save(page).HasAttribute("disabled"));

        page.Find("#line-1-quantity").Input("2");
        page.Find("#line-1-rate").Change("18");
        page.Find("#line-2-rate").Change("5");

        Assert.Contains("IGST18 ₹128.82", Line(page, 0), StringComparison.Ordinal);
        Assert.Contains("₹844.48", Line(page, 0), StringComparison.Ordinal);
        Assert.Equal("₹1,215.66", Sum(page, "taxable"));
        Assert.Equal("₹1,369.48", Sum(page, "total"));
        Assert.Contains("Amazon's total", page.Markup, StringComparison.Ordinal);
        Assert.False(Save(page).HasAttribute("disabled"));
    }

    [Fact]
    [Trait("Row", "T6")]
    public void Each_line_offers_the_slab_that_Amazons_amount_implies_and_all_are_used_at_once()
    {
        var page = Open();

        Assert.Contains("Amazon's ₹64.41 is 18 % of ₹357.83.", page.Markup, StringComparison.Ordinal);
        Button(page, "Use all 2 suggestions").Click();

        Assert.Equal(["IGST18 ₹64.41", "IGST18 ₹90.00"], page.FindAll(".edit-taxes").Select(cell => cell.TextContent.Trim()));
        Assert.Equal("₹1,012.24", Sum(page, "total"));
        Assert.DoesNotContain("Use all", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "T5")]
    public void A_rate_on_some_lines_warns_with_lines_and_amounts_before_anything_is_saved()
    {
        var order = Prepare();
        var page = Render();
        page.Find("#line-1-rate").Change("18");

        Assert.Contains("Amazon's tax of ₹90.00 becomes nothing", page.Markup, StringComparison.Ordinal);
        Save(page).Click();

        page.WaitForAssertion(() => Assert.Contains(
            "DUPATTA loses ₹90.00", page.Find(".tax-loss").TextContent.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal(0, Store.Saves);

        Button(page, "Save without this ₹90.00").Click();

        page.WaitForAssertion(() => Assert.Equal(1, Store.Saves));
        Assert.Equal((64.41m, 0m), (order.Lines[0].Tax, order.Lines[1].Tax));
        Assert.EndsWith("/sales-orders/12", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "T5")]
    public void The_warning_offers_one_action_that_sets_a_rate_on_every_line()
    {
        var order = Prepare();
        var page = Render();
        page.Find("#line-1-rate").Change("18");
        Save(page).Click();
        page.WaitForElement("#loss-rate").Change("18");

        Button(page, "Set on every line", ".mud-dialog").Click();

        page.WaitForAssertion(() => Assert.Equal("₹1,012.24", Sum(page, "total")));
        Assert.Equal(0, Store.Saves);
        Save(page).Click();
        page.WaitForAssertion(() => Assert.Equal(1, Store.Saves));
        Assert.All(order.Lines, line => Assert.Equal(18m, line.IgstRate));
    }

    [Fact]
    [Trait("Row", "T5")]
    public void One_action_above_the_lines_sets_a_rate_on_every_line()
    {
        var page = Open();

        page.Find("#rate-for-all").Change("5");
        Button(page, "Set on every line").Click();

        Assert.Equal(["IGST5 ₹17.89", "IGST5 ₹25.00"], page.FindAll(".edit-taxes").Select(cell => cell.TextContent.Trim()));
    }

    [Fact]
    public void A_figure_that_is_no_number_is_marked_and_not_saved()
    {
        var page = Open();

        page.Find("#line-1-price").Input("abc");
        Save(page).Click();

        Assert.Equal("true", page.Find("#line-1-price").GetAttribute("aria-invalid"));
        Assert.Contains("One of the figures is no number yet", page.Markup, StringComparison.Ordinal);
        Assert.Equal("₹1,012.24", Sum(page, "total"));
        Assert.Equal(0, Store.Saves);
    }

    [Fact]
    public void The_place_of_supply_splits_the_tax_anew()
    {
        var page = Open();

        page.Find("#order-place").Change("29");

        Assert.Contains("CGST0 ₹45.00", Line(page, 1), StringComparison.Ordinal);
        Assert.Contains("SGST0 ₹45.00", Line(page, 1), StringComparison.Ordinal);
        Assert.Contains("CGST and SGST, half each", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_elses_change_is_said_with_a_way_to_reload()
    {
        Prepare();
        Store.Fault = new ConcurrentChangeException();
        var page = Render();
        page.Find("#line-1-rate").Change("18");
        page.Find("#line-2-rate").Change("18");

        Save(page).Click();

        page.WaitForAssertion(() => Assert.Contains("changed this order since you opened it", page.Markup, StringComparison.Ordinal));
        Button(page, "Reload the order").Click();
        page.WaitForAssertion(() => Assert.DoesNotContain("changed this order since", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Leaving_with_changes_asks_first()
    {
        var page = Open();
        page.Find("#line-1-quantity").Input("2");

        Navigation.NavigateTo("/sales-orders/12");

        page.WaitForAssertion(() => Assert.Contains("Leave without saving?", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Row", "O4")]
    public void A_void_order_cannot_be_edited()
    {
        Orders.Orders.Add(AnOrder.Details(AnOrder.Row(status: OrderStatus.Void)));

        var page = Render();

        Assert.Contains("A void order is kept as it was", page.Markup, StringComparison.Ordinal);
        Assert.True(page.Find("#line-1-quantity").HasAttribute("disabled"));
        Assert.True(Save(page).HasAttribute("disabled"));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Only_who_may_manage_orders_gets_the_form_and_the_way_to_it()
    {
        Assert.All(
            new[] { typeof(EditOrderPage), typeof(NewOrderPage) },
            page => Assert.Contains(
                page.GetCustomAttributes(typeof(AuthorizeAttribute), true).Cast<AuthorizeAttribute>(),
                attribute => attribute.Policy == Permission.ManageOrders));
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_order_made_by_hand_comes_from_items_that_are_picked()
    {
        var kettle = AnItem.Row(id: 4, price: 100m);
        Items.Rows.Add(kettle);
        Navigation.NavigateTo("/sales-orders/new");
        var page = RenderPage<NewOrderPage>();

        var picker = page.FindComponent<AmazonIn.Portal.Features.Items.ItemPicker>();
        await page.InvokeAsync(() => picker.Instance.Chosen.InvokeAsync(kettle));
        page.Find("#new-1-quantity").Input("3");
        Assert.Equal(string.Empty, page.Find("#new-1-price").GetAttribute("value"));
        page.Find("#new-1-price").Input("100");
        page.Find("#new-1-rate").Change("18");
        Assert.Equal("₹354.00", Sum(page, "total"));
        Button(page, "Save and reserve").Click();

        page.WaitForAssertion(() => Assert.Equal(1, Store.Saves));
        var order = Assert.Single(Store.Orders);
        Assert.Equal((354.00m, "KET-BLU-1L", 4L), (order.Total, order.Lines[0].Sku, order.Lines[0].ItemId));
        Assert.Equal(["CGST9", "SGST9"], order.Lines[0].Taxes.Select(tax => tax.Name));
        Assert.EndsWith("/sales-orders/100", Navigation.Uri, StringComparison.Ordinal);
    }

    private SalesOrder Prepare() => Stored(Sent);

    private IRenderedComponent<Host> Open()
    {
        Prepare();
        return Render();
    }

    private IRenderedComponent<Host> Render()
    {
        Navigation.NavigateTo("/sales-orders/12/edit");
        return RenderPage<EditOrderPage>(page => page.AddComponentParameter(1, nameof(EditOrderPage.Id), 12L));
    }

    private static string Sum(IRenderedComponent<Host> page, string name) =>
        page.Find($"[data-sum={name}]").TextContent.Trim();

    private static string Line(IRenderedComponent<Host> page, int index) =>
        page.FindAll("td[data-label=Tax]")[index].ParentElement!.TextContent.Replace("\n", " ", StringComparison.Ordinal);

    private static IElement Save(IRenderedComponent<Host> page) => Button(page, "Save", ".page-actions");

    private static IElement Button(IRenderedComponent<Host> page, string words, string within = "") =>
        page.FindAll($"{within} button".Trim()).First(button => button.TextContent.Trim() == words);
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Features.Stock;
using AmazonIn.Tests.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Warehouses;
using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Stock;

public sealed class StockPageTests : ShopContext
{
    private readonly FakeStock stock = new();
    private readonly FakeWarehouses warehouses = new();

    public StockPageTests()
    {
        Services.AddSingleton<IStockQueries>(stock);
        Services.AddSingleton<IStockLedger>(stock);
        Services.AddSingleton<IOutboxSignal>(stock);
        Services.AddSingleton<IWarehouseQueries>(warehouses);
        Services.AddSingleton<IWarehouseStore>(warehouses);
        Services.AddTransient<AdjustStock>();
        Services.AddTransient<TransferStock>();
        Services.AddTransient<ImportAdjustments>();
        stock.Rows.Add(Row());
        stock.Items["KET"] = new StockedItem(1, "KET", FulfilledBy.Merchant);
        stock.Items["FBA"] = new StockedItem(2, "FBA", FulfilledBy.Amazon);
    }

    [Fact]
    [Trait("Row", "K1")]
    public void A_row_shows_its_figures_where_they_are_and_how_Amazon_took_them()
    {
        var page = Open();

        Assert.Equal("15", Cell(page, "On hand"));
        Assert.Equal("3", Cell(page, "Reserved"));
        Assert.Equal("12", Cell(page, "Available"));
        Assert.Contains("Bengaluru 10, Mumbai 5", Cell(page, "Where"), StringComparison.Ordinal);
        Assert.Contains("Refused by Amazon", Cell(page, "At Amazon"), StringComparison.Ordinal);
        page.Find("button[aria-label='Actions for KET']").Click();
        page.WaitForElement("a[href='/items/1#why']");
    }

    [Fact]
    public void Filters_and_order_of_the_address_are_asked_of_the_port_and_kept_in_the_export()
    {
        var page = Open("?warehouse=2&level=Oversold&push=Refused&channel=1&sort=-available&q=kettle");

        Assert.Equal(new StockFilter("kettle", 2, StockLevel.Oversold, PushState.Refused, 1), stock.Filters[^1]);
        Assert.Equal((StockSort.Available, true), (stock.Sorts[^1].Key, stock.Sorts[^1].Descending));
        page.Find("button[aria-label='More actions']").Click();
        var export = page.WaitForElement("a[href^='/stock/export']").GetAttribute("href")!;
        Assert.Contains("warehouse=2", export, StringComparison.Ordinal);
        Assert.Contains("q=kettle", export, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_that_was_never_counted_says_so_instead_of_nothing()
    {
        stock.Rows[0] = Row() with { Counted = false, Stock = new StockFigures(0, 0), Balances = [] };

        Assert.Contains("Never counted", Cell(Open(), "Available"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "K1")]
    public void A_difference_is_booked_on_the_item_of_the_row()
    {
        var page = Open();

        page.Find("button[aria-label='Actions for KET']").Click();
        page.WaitForElements(".mud-menu-item").First(item => item.TextContent.Trim() == "Adjust stock").Click();
        page.WaitForElement("#adjust-mode").Change("Difference");
        page.Find("#adjust-units").Input("-3");
        page.Find("#adjust-reason").Input("Damaged");
        page.Find("#adjust-stock").Submit();

        page.WaitForAssertion(() => Assert.Contains("“KET”: 12 on hand, 15 before.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(((int?)null, -3, "Damaged", "Asha"),
            (stock.Adjusted[0].Quantity, stock.Adjusted[0].Delta, stock.Adjusted[0].Reason, stock.Adjusted[0].By));
    }

    [Theory]
    [InlineData("NONE", "5", "Counted", "#adjust-sku-error", "No item has the SKU “NONE”")]
    [InlineData("FBA", "5", "Counted", "#adjust-sku-error", "Seller Central")]
    [InlineData("KET", "five", "Counted", "#adjust-units-error", "whole number")]
    [InlineData("KET", "-5", "Counted", "#adjust-units-error", "0 or more")]
    [InlineData("KET", "2000000", "Counted", "#adjust-units-error", "1,000,000")]
    [InlineData("KET", "5", " ", "#adjust-reason-error", "Say why")]
    [Trait("Row", "K1")]
    public void What_is_wrong_is_said_beside_its_field_and_stays_typed(
        string sku, string units, string reason, string place, string words)
    {
        var page = Open();

        page.FindAll(".page-actions button").First(button => button.TextContent.Contains("Adjust stock", StringComparison.Ordinal)).Click();
        page.Find("#adjust-sku").Input(sku);
        page.Find("#adjust-units").Input(units);
        page.Find("#adjust-reason").Input(reason);
        page.Find("#adjust-stock").Submit();

        page.WaitForAssertion(() => Assert.Contains(words, page.Find(place).TextContent, StringComparison.Ordinal));
        Assert.Equal(units, page.Find("#adjust-units").GetAttribute("value"));
        Assert.Empty(stock.Adjusted);
    }

    [Fact]
    [Trait("Row", "K1")]
    public void Several_items_move_to_another_warehouse_at_once()
    {
        AddMumbai();
        var page = Open();

        Choose(page, "Transfer stock");
        page.WaitForElement("input[aria-label='SKU of item 1']").Input("KET");
        page.Find("input[aria-label='Units of item 1']").Input("4");
        page.FindAll("#transfer-stock .link-button").Single().Click();
        page.Find("#transfer-reason").Input("Rebalanced");
        page.Find("#transfer-stock").Submit();

        page.WaitForAssertion(() => Assert.Contains("4 units moved to Mumbai.", page.Markup, StringComparison.Ordinal));
        var transfer = Assert.Single(stock.Transfers);
        Assert.Equal(("Bengaluru", "Mumbai", "Rebalanced"), (transfer.From.Name, transfer.To.Name, transfer.Reason));
        Assert.Equal([new StockTransferLine(1, "KET", 4)], transfer.Lines);
    }

    [Fact]
    public void A_refused_transfer_keeps_the_dialog_and_says_why()
    {
        AddMumbai();
        stock.Refusal = new("stock.not-available", "“KET”: 3 available in Bengaluru, 4 to move.");
        var page = Open();

        Choose(page, "Transfer stock");
        page.WaitForElement("input[aria-label='SKU of item 1']").Input("KET");
        page.Find("input[aria-label='Units of item 1']").Input("4");
        page.Find("#transfer-reason").Input("Rebalanced");
        page.Find("#transfer-stock").Submit();

        page.WaitForAssertion(() => Assert.Contains("3 available in Bengaluru", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal));
        Assert.Equal("4", page.Find("input[aria-label='Units of item 1']").GetAttribute("value"));
    }

    [Fact]
    [Trait("Row", "K1")]
    public void A_file_is_shown_before_it_is_applied_with_every_bad_line()
    {
        var page = Open();
        Choose(page, "Import CSV");
        page.WaitForElement("#import-file");

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(
            "sku,quantity,reason\nKET,7,Counted\nNONE,1,Counted\n", "stock.csv"));

        page.WaitForAssertion(() => Assert.Contains("Line 3", page.Find(".import-lines li").TextContent, StringComparison.Ordinal));
        Assert.Empty(stock.Adjusted);
        Assert.Equal("7", page.Find("td[data-label=becomes]").TextContent);
        page.FindAll(".mud-dialog-actions button")[^1].Click();

        page.WaitForAssertion(() => Assert.Contains("1 line applied, 1 left out.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(7, Assert.Single(stock.Adjusted).Quantity);
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Who_may_only_look_is_offered_the_export_alone()
    {
        SignIn(Role.Viewer);
        var page = Open();

        Assert.DoesNotContain("Adjust", page.Markup, StringComparison.Ordinal);
        page.Find("button[aria-label='More actions']").Click();
        page.WaitForElement("a[href^='/stock/export']");
        Assert.DoesNotContain("Import CSV", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_is_said_and_an_empty_shop_is_told_where_stock_comes_from()
    {
        stock.Rows.Clear();
        Assert.Contains("No stock yet", Open().Markup, StringComparison.Ordinal);

        stock.Fault = new TimeoutException();
        Assert.Contains("could not be loaded", Open().Markup, StringComparison.Ordinal);
    }

    private static StockRow Row() => new(
        1, "KET", "Blue kettle", null, FulfilledBy.Merchant, true, new StockFigures(15, 3),
        [new BalanceRow(1, "Bengaluru", 10, 3), new BalanceRow(2, "Mumbai", 5, 0)], PushState.Refused);

    private static string Cell(IRenderedComponent<Host> page, string column) =>
        page.Find($"td[data-label='{column}']").TextContent.Trim();

    private static void Choose(IRenderedComponent<Host> page, string words)
    {
        page.Find("button[aria-label='More actions']").Click();
        page.WaitForElements(".mud-menu-item").First(item => item.TextContent.Trim() == words).Click();
    }

    private void AddMumbai() =>
        warehouses.AddAsync(new Warehouse("Mumbai", isPrimary: false, default), Token).GetAwaiter().GetResult();

    private IRenderedComponent<Host> Open(string query = "")
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo($"/stock{query}");
        return RenderPage<StockPage>();
    }
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Portal.Features.Warehouses;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Warehouses;

public sealed class WarehousesPageTests : ShopContext
{
    private readonly FakeWarehouses warehouses = new();

    public WarehousesPageTests()
    {
        Services.AddSingleton<IWarehouseQueries>(warehouses);
        Services.AddSingleton<IWarehouseStore>(warehouses);
        Services.AddTransient<AddWarehouse>();
        Services.AddTransient<RenameWarehouse>();
        Services.AddTransient<MakeWarehousePrimary>();
    }

    [Fact]
    public void Each_warehouse_shows_what_it_holds_and_the_primary_one_is_marked()
    {
        var page = Open();

        Assert.Contains("Primary", page.Find("td[data-label=Warehouse]").TextContent, StringComparison.Ordinal);
        Assert.Equal("8,120", page.Find("td[data-label='On hand']").TextContent);
        Assert.Equal("8,043", page.Find("td[data-label=Available]").TextContent.Trim());
    }

    [Fact]
    public void A_person_adds_a_warehouse_and_sees_it_in_the_list()
    {
        var page = Open();

        page.Find(".page-actions button").Click();
        page.Find("#warehouse-name").Input("  Mezzanine ");
        page.Find("#add-warehouse").Submit();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("tbody tr").Count));
        Assert.Contains("Mezzanine", page.FindAll("td[data-label=Warehouse]")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Warehouse “Mezzanine” added.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_beside_the_field_and_stays_typed()
    {
        var page = Open();

        page.Find(".page-actions button").Click();
        page.Find("#warehouse-name").Input("Bengaluru");
        page.Find("#add-warehouse").Submit();

        page.WaitForAssertion(() =>
            Assert.Contains("already", page.Find("#warehouse-name-error").TextContent, StringComparison.Ordinal));
        var field = page.Find("#warehouse-name");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("warehouse-name-error warehouse-name-hint", field.GetAttribute("aria-describedby"));
        Assert.Equal("Bengaluru", field.GetAttribute("value"));
    }

    [Fact]
    public void A_fault_while_adding_keeps_the_dialog_and_says_so()
    {
        var page = Open();
        page.Find(".page-actions button").Click();
        warehouses.Fault = new IOException("secret detail");

        page.Find("#warehouse-name").Input("Mezzanine");
        page.Find("#add-warehouse").Submit();

        page.WaitForAssertion(() => Assert.Contains("The warehouse could not be added.", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Only_a_role_that_may_change_the_inventory_is_offered_to_add()
    {
        SignIn(Role.Viewer);

        Assert.Empty(Open().FindAll(".page-actions"));
    }

    [Fact]
    public void A_fault_is_said()
    {
        warehouses.Fault = new TimeoutException();

        Assert.Contains("The warehouses could not be loaded.", Open().Markup, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "W1")]
    public async Task Another_warehouse_becomes_the_primary_one_after_a_word_of_what_that_means()
    {
        await warehouses.AddAsync(new Warehouse("Mumbai", isPrimary: false, default), Token);
        var page = Open();

        page.Find("button[aria-label='Actions for Mumbai']").Click();
        Choose(page, "Make primary");
        page.WaitForAssertion(() => Assert.Contains("Earlier orders", page.Markup, StringComparison.Ordinal));
        page.FindAll(".mud-dialog-actions button")[^1].Click();

        page.WaitForAssertion(() => Assert.Contains("“Mumbai” is the primary warehouse now.", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Primary", page.FindAll("td[data-label=Warehouse]")
            .Single(cell => cell.TextContent.Contains("Mumbai", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warehouse_is_renamed()
    {
        var page = Open();

        page.Find("button[aria-label='Actions for Bengaluru']").Click();
        Choose(page, "Rename");
        page.WaitForElement("#warehouse-new-name").Input("Bengaluru South");
        page.Find("#rename-warehouse").Submit();

        page.WaitForAssertion(() => Assert.Contains("“Bengaluru” is “Bengaluru South” now.", page.Markup, StringComparison.Ordinal));
    }

    private static void Choose(IRenderedComponent<Host> page, string words) => page
        .WaitForElements(".mud-menu-item").First(item => item.TextContent.Trim() == words).Click();

    private IRenderedComponent<Host> Open()
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo("/warehouses");
        return RenderPage<WarehousesPage>();
    }
}

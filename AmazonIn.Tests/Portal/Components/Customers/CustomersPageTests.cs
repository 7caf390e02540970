using AmazonIn.Domain.Common;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Customers;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Customers;

public sealed class CustomersPageTests : ShopContext
{
    private readonly FakeCustomers customers = new();

    public CustomersPageTests() => Services.AddSingleton<ICustomerQueries>(customers);

    [Fact]
    [Trait("Row", "U3")]
    public void A_customer_is_shown_by_the_placeholder_and_leads_to_the_orders()
    {
        customers.Rows.Add(FakeCustomers.Row(8, orders: 1204));

        var page = Open("/customers");

        Assert.Contains("Amazon IN - Customer", page.Find("td[data-label=Customer]").TextContent, StringComparison.Ordinal);
        var orders = page.Find("td[data-label=Orders] a");
        Assert.Equal("1,204", orders.TextContent);
        Assert.Equal("/sales-orders?customer=8", orders.GetAttribute("href"));
        Assert.Equal("1,204 orders of customer no. 8", orders.GetAttribute("aria-label"));
    }

    [Fact]
    [Trait("Row", "U2")]
    public void Treatment_and_place_of_supply_stand_in_words()
    {
        customers.Rows.Add(FakeCustomers.Row(1));
        customers.Rows.Add(FakeCustomers.Row(2, GstTreatment.RegisteredBusiness, "29"));
        customers.Rows.Add(FakeCustomers.Row(3, GstTreatment.Overseas, null));
        customers.Rows.Add(FakeCustomers.Row(4, GstTreatment.Consumer, null));

        var page = Open("/customers");

        Assert.Equal(["Consumer", "Registered business", "Overseas", "Consumer"], Column(page, "GST treatment"));
        Assert.Equal(["Tamil Nadu (33)", "Karnataka (29)", "Outside India", "Not known"], Column(page, "Place of supply"));
    }

    [Fact]
    [Trait("Row", "A5")]
    public void The_address_says_which_customers_are_asked_for()
    {
        Open("/customers?gst=RegisteredBusiness&place=29&channel=1&sort=firstOrderAt");

        Assert.Equal(new CustomerFilter(1, GstTreatment.RegisteredBusiness, "29"), Assert.Single(customers.Filters));
        Assert.Equal(new SortBy<CustomerSort>(CustomerSort.FirstOrderAt), customers.Sorts[0]);
    }

    [Fact]
    public void Nothing_yet_and_a_fault_are_told_apart()
    {
        Assert.Contains("No customers yet", Open("/customers").Markup, StringComparison.Ordinal);

        customers.Fault = new TimeoutException();

        Assert.Contains("The customers could not be loaded.", Open("/customers").Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Column(IRenderedComponent<Host> page, string label) =>
        page.FindAll($"td[data-label='{label}']").Select(cell => cell.TextContent.Trim());

    private IRenderedComponent<Host> Open(string address)
    {
        // A page that a test opened before has left by now, as in a browser.
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo(address);
        return RenderPage<CustomersPage>();
    }
}

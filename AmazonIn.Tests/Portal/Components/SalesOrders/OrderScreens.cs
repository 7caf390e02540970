using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.Portal.Components.Audit;
using AmazonIn.Tests.Portal.Components.Customers;
using AmazonIn.Tests.Portal.Components.Items;
using AmazonIn.Tests.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Users;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

/// <summary>The screens of sales orders over the real use cases and orders in memory.</summary>
public abstract class OrderScreens : ShopContext
{
    protected OrderScreens()
    {
        Services.AddSingleton<ISalesOrderQueries>(Orders);
        Services.AddSingleton<IItemQueries>(Items);
        Services.AddSingleton<ICustomerQueries>(new FakeCustomers());
        Services.AddSingleton<IOrderStore>(Store);
        Services.AddSingleton<IOutboxSignal>(Store);
        Services.AddSingleton(PrivacySettings.Default);
        Services.AddSingleton<IContactVault>(Vault);
        Services.AddSingleton<IUserAccounts>(Users);
        Services.AddSingleton<IAuditQueries>(new FakeAudit());
        Services.AddScoped<ConnectionWatch>();
        Services.AddTransient<ContactRelease>();
        Services.AddTransient<EditOrder>();
        Services.AddTransient<CreateOrder>();
        Services.AddTransient<CloneOrder>();
        Services.AddTransient<AddComment>();
    }

    private protected FakeSalesOrders Orders { get; } = new();

    private protected FakeItems Items { get; } = new();

    private protected FakeOrderStore Store { get; } = new();

    private protected FakeVault Vault { get; } = new();

    private protected FakeUsers Users { get; } = new();

    /// <summary>An order of Amazon's, as the store holds it and as the screen reads it.</summary>
    private protected SalesOrder Stored(MarketplaceOrder sent)
    {
        var order = AnAmazonOrder.Imported(sent);
        Identity.Assign(order, 12);
        for (var index = 0; index < order.Lines.Count; index++)
        {
            Identity.Assign(order.Lines[index], index + 1);
        }

        Store.Orders.Add(order);
        Orders.Orders.Add(AnOrder.Details(
            AnOrder.Row(state: order.PlaceOfSupply?.Code, total: order.Total),
            [.. order.Lines.Select(line => AnOrder.Line(
                line.LineNumber, line.Sku, line.Title, line.Quantity, 0, line.UnitPrice, line.ItemAmount, line.Shipping,
                line.GiftWrap, line.OtherCharges, line.Discount, line.Tax, line.Taxes, line.Total))]) with
        {
            AmazonTotal = order.AmazonTotal,
        });
        return order;
    }
}

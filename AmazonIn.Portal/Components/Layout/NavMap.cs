using AmazonIn.Domain.Access;
using MudBlazor;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>The pages of the portal in the order of the navigation. Only pages that exist are here.</summary>
internal static class NavMap
{
    public static IReadOnlyList<NavGroup> Groups { get; } =
    [
        new(null, [new("Home", "/", Icons.Material.Outlined.Home, Permission.ViewDashboard)]),
        new(
            "Inventory",
            [
                new("Items", "/items", Icons.Material.Outlined.Inventory2, Permission.ViewInventory),
                new("Item groups", "/item-groups", Icons.Material.Outlined.Category, Permission.ViewInventory),
                new("Listings", "/listings", Icons.Material.Outlined.Storefront, Permission.ViewInventory),
                new("Stock", "/stock", Icons.Material.Outlined.Layers, Permission.ViewInventory),
                new("Warehouses", "/warehouses", Icons.Material.Outlined.Warehouse, Permission.ViewInventory),
            ]),
        new(
            "Sales",
            [
                new("Sales orders", "/sales-orders", Icons.Material.Outlined.ReceiptLong, Permission.ViewOrders),
                new("Customers", "/customers", Icons.Material.Outlined.People, Permission.ViewOrders),
                new("Packages", "/packages", Icons.Material.Outlined.Inventory, Permission.ViewOrders),
                new("Shipments", "/shipments", Icons.Material.Outlined.LocalShipping, Permission.ViewOrders),
            ]),
        new(
            "Settings",
            [
                new("Organisation", "/settings/organisation", Icons.Material.Outlined.Business, Permission.ViewOrganisation),
                new("Taxes", "/settings/taxes", Icons.Material.Outlined.Percent, Permission.ViewOrganisation),
                new("Carriers", "/settings/carriers", Icons.Material.Outlined.LocalPostOffice, Permission.ViewOrders),
                new("Users", "/settings/users", Icons.Material.Outlined.ManageAccounts, Permission.ManageUsers),
                new("Security", "/settings/security", Icons.Material.Outlined.Shield, Permission.ManageUsers),
                new("Audit trail", "/audit", Icons.Material.Outlined.Policy, Permission.ViewAudit),
            ]),
        new(
            "Integrations",
            [
                new("eCommerce", "/settings/integrations/ecommerce", Icons.Material.Outlined.Hub, Permission.ViewChannels),
                new("Webhooks", "/settings/webhooks", Icons.Material.Outlined.Webhook, Permission.ManageWebhooks),
                new("API keys", "/settings/api-keys", Icons.Material.Outlined.Key, Permission.ManageApiKeys),
            ]),
    ];
}

using AmazonIn.Domain.Access;
using AmazonIn.Portal.Components.Layout;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Components.Authorization;

namespace AmazonIn.Tests.Portal.Components.Layout;

public sealed class NavMenuTests : PortalContext
{
    [Fact]
    [Trait("Row", "A1")]
    public void Only_what_the_person_may_open_is_shown()
    {
        SignIn(Role.Fulfilment);

        var links = Links();

        Assert.Equal(
            [
                "/", "/items", "/item-groups", "/listings", "/stock", "/warehouses", "/sales-orders", "/customers", "/packages",
                "/shipments", "/settings/carriers",
            ],
            links);
    }

    [Fact]
    [Trait("Row", "C1")]
    public void An_administrator_finds_eCommerce_under_integrations()
    {
        Assert.Contains("/settings/integrations/ecommerce", Links());
    }

    [Fact]
    public void Every_entry_asks_for_a_permission_that_exists()
    {
        Assert.All(NavMap.Groups.SelectMany(group => group.Entries), entry => Assert.Contains(entry.Policy, Permission.All));
    }

    private IEnumerable<string?> Links()
    {
        var menu = Render<CascadingAuthenticationState>(state => state.AddChildContent<NavMenu>());
        return menu.FindAll("a").Select(link => link.GetAttribute("href"));
    }
}

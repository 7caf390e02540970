using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Features.ApiKeys;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.ApiKeys;

[Trait("Row", "A4")]
public sealed class ApiKeysPageTests : ShopContext
{
    private readonly FakeApiKeys keys = new();

    public ApiKeysPageTests()
    {
        Services.AddSingleton<IApiKeyStore>(keys);
        Services.AddTransient<CreateApiKey>();
        Services.AddTransient<RevokeApiKey>();
    }

    [Fact]
    public void The_list_tells_state_scopes_and_last_use()
    {
        var now = FakeApiKeys.Now;
        keys.Rows.Add(FakeApiKeys.Row(1, "Accounts", lastUsedAt: now.AddMinutes(-12), scopes: ["orders:read", "inventory:read"]));
        keys.Rows.Add(FakeApiKeys.Row(2, "Ending", expiresAt: now.AddDays(5)));
        keys.Rows.Add(FakeApiKeys.Row(3, "Ended", expiresAt: now.AddDays(-1)));
        keys.Rows.Add(FakeApiKeys.Row(4, "Revoked", revokedAt: now.AddDays(-1)));

        var page = Open();

        Assert.Equal(["Active", "Expires soon", "Expired", "Revoked"], Column(page, "State"));
        Assert.Equal(["orders:read", "inventory:read"], page.FindAll("td[data-label=Scopes] code").Select(scope => scope.TextContent));
        Assert.StartsWith("12 min ago", Column(page, "Last used").First(), StringComparison.Ordinal);
        Assert.Equal("never", Column(page, "Last used").Last());
        Assert.Equal(
            ["Revoke Accounts", "Revoke Ending"],
            page.FindAll("td.actions button").Select(button => button.GetAttribute("aria-label")));
    }

    [Fact]
    public void A_key_is_made_with_chosen_scopes_and_shown_once()
    {
        var page = Open();
        page.Find(".page-actions button").Click();
        Assert.Equal(ApiScope.All.Order(), page.FindAll("input[name=scope]").Select(box => box.GetAttribute("value")!).Order());

        page.Find("#key-name").Input(" Accounts ");
        page.Find("input[value='orders:read']").Change(true);
        page.Find("input[value='inventory:read']").Change(true);
        page.Find("input[value='sync:read']").Change(true);
        page.Find("input[value='sync:read']").Change(false);
        page.Find("#key-days").Change("180");
        Assert.Contains("22 May 2027", page.Find("#key-days-hint").TextContent, StringComparison.Ordinal);
        page.Find("#create-api-key").Submit();

        page.WaitForAssertion(() => Assert.Equal(FakeApiKeys.MadeKey, page.Find("#api-key").GetAttribute("value")));
        var made = Assert.Single(keys.Made);
        Assert.Equal("Accounts", made.Name);
        Assert.Equal(["inventory:read", "orders:read"], made.Scopes.Order());
        Assert.Equal(Clock.GetUtcNow().AddDays(180), made.ExpiresAt);

        page.FindAll(".mud-dialog-actions button")[0].Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.DoesNotContain(FakeApiKeys.MadeKey, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_said_beside_its_field()
    {
        var page = Open();
        page.Find(".page-actions button").Click();

        page.Find("#key-name").Input("Accounts");
        page.Find("#create-api-key").Submit();
        page.WaitForAssertion(() => Assert.Contains("at least one scope", page.Find("#scopes-error").TextContent, StringComparison.Ordinal));

        page.Find("#key-name").Input("  ");
        page.Find("input[value='orders:read']").Change(true);
        page.Find("#create-api-key").Submit();

        page.WaitForAssertion(() => Assert.Contains("Enter a name", page.Find("#key-name-error").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_scope_beyond_ones_own_role_cannot_be_chosen_and_says_why()
    {
        SignIn(new Role("Clerk", "For the test.", new HashSet<string> { Permission.ManageApiKeys, Permission.ViewOrders }));
        var page = Open();

        page.Find(".page-actions button").Click();

        Assert.False(page.Find("input[value='orders:read']").HasAttribute("disabled"));
        Assert.True(page.Find("input[value='orders:write']").HasAttribute("disabled"));
        Assert.Contains("more than your own role allows", page.Find(".scope.refused").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_scope_has_words()
    {
        Assert.All(ApiScope.All, scope => Assert.NotEqual(scope, ScopeWords.Of(scope)));
    }

    [Fact]
    public void Revoking_names_the_key_and_asks_first()
    {
        keys.Rows.Add(FakeApiKeys.Row(1, "Accounts"));
        var page = Open();

        page.Find("button[aria-label='Revoke Accounts']").Click();
        page.WaitForAssertion(() => Assert.Contains("cannot be brought back", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal));
        Assert.Null(keys.Rows[0].RevokedAt);
        page.FindAll(".mud-dialog-actions button").First(button => button.TextContent.Trim() == "Revoke key").Click();

        page.WaitForAssertion(() => Assert.Equal(["Revoked"], Column(page, "State")));
    }

    [Fact]
    public void The_key_can_be_copied_and_a_browser_that_refuses_is_excused()
    {
        var page = Open();
        page.Find(".page-actions button").Click();
        page.Find("#key-name").Input("Accounts");
        page.Find("input[value='orders:read']").Change(true);
        page.Find("#create-api-key").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#api-key")));
        JSInterop.SetupVoid("navigator.clipboard.writeText", FakeApiKeys.MadeKey)
            .SetException(new Microsoft.JSInterop.JSException("denied"));

        page.Find("button[title='Copy API key']").Click();

        page.WaitForAssertion(() => Assert.Contains("Select the text and press Ctrl C", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_yet_and_a_fault_are_told_apart()
    {
        Assert.Contains("No API keys yet", Open().Markup, StringComparison.Ordinal);

        await DisposeComponentsAsync();
        keys.Fault = new TimeoutException();

        Assert.Contains("The API keys could not be loaded.", Open().Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Column(IRenderedComponent<Host> page, string label) =>
        page.FindAll($"td[data-label='{label}']").Select(cell => cell.TextContent.Trim());

    private IRenderedComponent<Host> Open()
    {
        Navigation.NavigateTo("/settings/api-keys");
        return RenderPage<ApiKeysPage>();
    }
}

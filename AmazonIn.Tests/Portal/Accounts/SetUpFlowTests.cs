using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>The first minutes of a portal, as a browser sees them.</summary>
public sealed class SetUpFlowTests : IAsyncLifetime
{
    private static readonly (string Name, string Value)[] Filled =
    [
        ("Input.Email", "asha@example.com"), ("Input.Name", "Asha Rao"), ("Input.Password", PortalFactory.Password),
        ("Input.OrganisationName", "Malgudi Traders"), ("Input.HomeState", "29"), ("Input.BaseCurrency", "INR"),
        ("Input.TimeZone", "Asia/Kolkata"), ("Input.TaxRates", "true"),
    ];

    private PortalFactory portal = null!;

    public async ValueTask InitializeAsync() => portal = await PortalFactory.StartAsync();

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    [Trait("Row", "A2")]
    public async Task The_link_makes_an_administrator_and_an_organisation_and_opens_the_portal()
    {
        var link = await portal.SetUpLinkAsync();
        using var browser = portal.Browser();

        using var done = await browser.PostFormAsync(link, Filled);
        using var home = await browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(portal.Address, done.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        await using var scope = portal.Services.CreateAsyncScope();
        var person = Assert.Single(await scope.ServiceProvider.GetRequiredService<IUserAccounts>().ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("asha@example.com", "Asha Rao", Role.Administrator.Name), (person.Email, person.DisplayName, person.Role));
        var organisation = await scope.ServiceProvider.GetRequiredService<IOrganisationStore>().FindAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(organisation);
        Assert.Equal(
            ("Malgudi Traders", "INR", "29", "Asia/Kolkata", true),
            (organisation.Name, organisation.BaseCurrency, organisation.HomeState?.Code, organisation.TimeZone, organisation.TaxRatesEnabled));
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Who_set_the_portal_up_chose_their_password_and_keeps_it_a_day()
    {
        var link = await portal.SetUpLinkAsync();
        using var browser = portal.Browser();
        using var done = await browser.PostFormAsync(link, Filled);

        using var changed = await browser.PostFormAsync(
            "/account/password",
            ("Input.Current", PortalFactory.Password),
            ("Input.New", "Better-Horse-43"),
            ("Input.Repeated", "Better-Horse-43"));

        Assert.Contains(
            "less than a day ago",
            await changed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_works_once()
    {
        var link = await portal.SetUpLinkAsync();
        using var first = portal.Browser();
        using var done = await first.PostFormAsync(link, Filled);
        using var second = portal.Browser();

        using var again = await second.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.EndsWith("/account/login", again.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?token=wrong")]
    public async Task A_wrong_link_says_so_and_makes_nobody(string link)
    {
        await portal.SetUpLinkAsync();
        using var browser = portal.Browser();

        var page = await browser.GetStringAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
        using var posted = await browser.PostFormAsync(link, Filled);

        Assert.Contains("This set-up link is wrong, used or too old.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.Password", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        await using var scope = portal.Services.CreateAsyncScope();
        Assert.False(await scope.ServiceProvider.GetRequiredService<IUserAccounts>().AnyAdministratorAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_older_link_ends_with_a_newer_one()
    {
        var older = await portal.SetUpLinkAsync();
        await portal.SetUpLinkAsync();
        using var browser = portal.Browser();

        var page = await browser.GetStringAsync(new Uri(older, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("This set-up link is wrong, used or too old.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Email", "", "email", "Enter your e-mail address; you sign in with it.")]
    [InlineData("Input.Email", "asha", "email", "That is not an e-mail address.")]
    [InlineData("Input.Name", "", "name", "Enter your name")]
    [InlineData("Input.Password", "short", "password", "12")]
    [InlineData("Input.OrganisationName", "", "organisation", "Enter your organisation&#x27;s name.")]
    [InlineData("Input.HomeState", "", "home-state", "Choose the state or union territory")]
    [InlineData("Input.TimeZone", "Mars/Olympus", "time-zone", "is not known")]
    public async Task A_mistake_stands_beside_its_field_and_costs_nothing(string field, string value, string id, string message)
    {
        var link = await portal.SetUpLinkAsync();
        using var browser = portal.Browser();
        var wrong = Filled.Select(pair => pair.Name == field ? (field, value) : pair).ToArray();

        using var refused = await browser.PostFormAsync(link, wrong);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var mended = await browser.PostFormAsync(link, Filled);

        var error = page[page.IndexOf($"id=\"{id}-error\"", StringComparison.Ordinal)..];
        Assert.Contains(message, error[..error.IndexOf("</p>", StringComparison.Ordinal)], StringComparison.Ordinal);
        if (field != "Input.OrganisationName")
        {
            Assert.Contains("value=\"Malgudi Traders\"", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(PortalFactory.Password, page, StringComparison.Ordinal);
        Assert.Equal(portal.Address, mended.Headers.Location);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var link = await portal.SetUpLinkAsync();
        using var browser = portal.Browser();
        using var form = new FormUrlEncodedContent([.. Filled.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)), new("_handler", "setup")]);

        using var response = await browser.PostAsync(new Uri(link, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task A_fresh_portal_has_no_account_to_guess()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        Assert.Empty(await scope.ServiceProvider.GetRequiredService<IUserAccounts>().ListAsync(TestContext.Current.CancellationToken));
    }
}

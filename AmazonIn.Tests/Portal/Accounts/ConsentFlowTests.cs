using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>Authorising on Amazon's own website, as a browser goes through it.</summary>
public sealed class ConsentFlowTests
{
    private const string Begin = "/settings/integrations/ecommerce/authorise?marketplace=A21TJRUUN4KGV";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Row", "C4")]
    public async Task Consent_at_amazon_connects_without_copying_anything()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        using var browser = await portal.LoginAsync();

        using var back = await browser.GetAsync(await ConsentAsync(browser), Cancelled);

        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        Assert.Equal("no-referrer", back.Headers.GetValues("Referrer-Policy").Single());
        var channel = Assert.Single(await portal.Services.GetRequiredService<IChannelStore>().ListAsync(Cancelled));
        Assert.Equal($"/settings/integrations/ecommerce/{channel.Id}", back.Headers.Location!.ToString());
        Assert.Equal("A1DEMOSELLERIN", channel.SellerId);
        Assert.DoesNotContain("oauth", back.Headers.Location.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("Row", "C4")]
    public async Task State_is_good_for_one_use_by_the_one_who_began()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        await portal.AddUserAsync("manager@example.com", Role.Manager);
        using var browser = await portal.LoginAsync();
        using var other = await portal.LoginAsync("manager@example.com");
        var answer = await ConsentAsync(browser);
        await ConsentAsync(other);

        await AssertRefusedAsync(other, answer);
        await AssertRefusedAsync(browser, new Uri(answer.ToString().Replace("state=", "state=x", StringComparison.Ordinal)));
        await AssertRefusedAsync(browser, answer);
        Assert.Empty(await portal.Services.GetRequiredService<IChannelStore>().ListAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "C4")]
    public async Task Code_that_amazon_does_not_know_is_refused_in_words_and_stores_nothing()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        using var browser = await portal.LoginAsync();
        var answer = await ConsentAsync(browser);

        var wrong = new Uri(answer.ToString().Replace("spapi_oauth_code=", "spapi_oauth_code=wrong", StringComparison.Ordinal));
        var page = await browser.GetStringAsync(wrong, Cancelled);

        Assert.Contains("five minutes", page, StringComparison.Ordinal);
        Assert.Empty(await portal.Services.GetRequiredService<IChannelStore>().ListAsync(Cancelled));
    }

    [Fact]
    [Trait("Row", "C4")]
    public async Task Without_an_application_id_the_page_says_what_to_do()
    {
        await using var portal = await PortalFactory.StartAsync(new Dictionary<string, string?>
        {
            ["Amazon:ClientId"] = "amzn1.application-oa2-client.mine",
            ["Amazon:ClientSecret"] = "amzn1.oa2-cs.v1.mine",
        });
        await portal.SetUpAsync();
        using var browser = await portal.LoginAsync();

        Assert.Contains("Amazon:ApplicationId", await browser.GetStringAsync(new Uri(Begin, UriKind.Relative), Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Somebody_who_may_not_connect_cannot_begin()
    {
        await using var portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        await portal.AddUserAsync("viewer@example.com", Role.Viewer);
        using var browser = await portal.LoginAsync("viewer@example.com");

        using var response = await browser.GetAsync(new Uri(Begin, UriKind.Relative), Cancelled);

        Assert.Contains("access-denied", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Goes to Amazon's page and consents. Returns the address that Amazon leads back to.</summary>
    private static async Task<Uri> ConsentAsync(PortalBrowser browser)
    {
        using var begun = await browser.GetAsync(new Uri(Begin, UriKind.Relative), Cancelled);
        Assert.Equal(HttpStatusCode.Found, begun.StatusCode);
        using var amazon = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var consented = await amazon.GetAsync(begun.Headers.Location, Cancelled);
        Assert.Equal(HttpStatusCode.Found, consented.StatusCode);
        return consented.Headers.Location!;
    }

    private static async Task AssertRefusedAsync(PortalBrowser browser, Uri answer)
    {
        using var response = await browser.GetAsync(answer, Cancelled);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("no request of yours", await response.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }
}

using System.Net;
using System.Text.Json;
using AmazonIn.Tests.TestKit;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>What the portal says to whoever talks to its passkey forms without a passkey (security.md D-16).</summary>
[Trait("Row", "A1")]
public sealed class PasskeyTests : IAsyncLifetime
{
    private const string Login = "/account/login";
    private const string RequestOptions = "/account/passkeys/request-options";
    private const string CreationOptions = "/account/second-factor/creation-options";

    private PortalFactory portal = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(
            new Dictionary<string, string?> { ["Security:RequireSecondFactor"] = "true" });
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not JSON")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{},"clientExtensionResults":{}}""")]
    public async Task What_is_no_passkey_is_refused_in_words(string credential)
    {
        using var browser = portal.Browser();
        await RefusesAsync(browser, credential);

        await OptionsAsync(browser, Login, RequestOptions);

        await RefusesAsync(browser, credential);
    }

    [Fact]
    public async Task Asking_for_a_passkey_is_no_first_step()
    {
        using var browser = portal.Browser();
        await OptionsAsync(browser, Login, RequestOptions);

        using var answer = await browser.GetAsync(new Uri("/account/verify", UriKind.Relative), Cancel);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task A_stranger_is_told_of_nobodys_passkeys_and_must_verify_themselves()
    {
        using var browser = portal.Browser();

        using var options = await OptionsAsync(browser, Login, RequestOptions);

        Assert.Equal("required", options.RootElement.GetProperty("userVerification").GetString());
        Assert.False(options.RootElement.TryGetProperty("allowCredentials", out var allowed) && allowed.GetArrayLength() > 0);
    }

    [Fact]
    public async Task A_password_alone_is_offered_a_passkey_of_its_own()
    {
        using var browser = await portal.LoginAsync();

        using var options = await OptionsAsync(browser, "/account/second-factor", CreationOptions);

        var selection = options.RootElement.GetProperty("authenticatorSelection");
        Assert.Equal("required", selection.GetProperty("userVerification").GetString());
        Assert.Equal("required", selection.GetProperty("residentKey").GetString());
        Assert.Equal("Asha Rao", options.RootElement.GetProperty("user").GetProperty("displayName").GetString());
    }

    [Theory]
    [InlineData(RequestOptions)]
    [InlineData(CreationOptions)]
    public async Task A_foreign_page_gets_no_options(string path)
    {
        using var browser = await portal.LoginAsync();
        using var empty = new FormUrlEncodedContent([]);

        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), empty, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_passkey_that_is_none_turns_nothing_on()
    {
        using var browser = await portal.LoginAsync();
        await OptionsAsync(browser, "/account/second-factor", CreationOptions);

        using var answer = await browser.PostFormAsync(
            "/account/second-factor", ("_handler", "passkey"), ("Input.Credential", "{}"));

        Assert.Contains(
            "That passkey could not be verified", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using var closed = await browser.GetAsync(new Uri("/api/v1/organisation", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
    }

    private static async Task<JsonDocument> OptionsAsync(HttpClient browser, string page, string path)
    {
        using var form = await browser.FormOfAsync(page);
        using var answer = await browser.PostAsync(new Uri(path, UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task RefusesAsync(HttpClient browser, string credential)
    {
        using var answer = await browser.PostFormAsync(Login, ("_handler", "passkey"), ("Input.Credential", credential));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(
            credential.Length == 0 ? "did not answer with a passkey" : "opens no account here",
            await answer.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal);
    }
}

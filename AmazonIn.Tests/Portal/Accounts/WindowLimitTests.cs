using System.Security.Claims;
using AmazonIn.Domain.Access;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace AmazonIn.Tests.Portal.Accounts;

[Trait("Row", "A1")]
public sealed class WindowLimitTests
{
    private readonly OpenWindows windows = new();

    [Fact]
    public async Task The_sixth_window_of_a_person_is_deaf_until_one_is_closed()
    {
        var open = new List<WindowLimit>();
        for (var window = 0; window < SessionLimits.Windows; window++)
        {
            open.Add(await OpenAsync("7", $"circuit-{window}"));
        }

        var sixth = await OpenAsync("7", "circuit-6");
        var somebodyElse = await OpenAsync("8", "circuit-7");

        Assert.All(open, window => Assert.False(window.Refused));
        Assert.False(somebodyElse.Refused);
        Assert.True(sixth.Refused);
        Assert.False(await HearsAsync(sixth));
        Assert.True(await HearsAsync(open[0]));

        await open[0].CloseAsync("circuit-0");
        await sixth.OpenAsync("circuit-6");
        Assert.True(await HearsAsync(sixth));
    }

    [Fact]
    public async Task A_window_that_comes_back_counts_once()
    {
        for (var times = 0; times < 10; times++)
        {
            var window = await OpenAsync("7", "circuit");
            Assert.False(window.Refused);
        }
    }

    private static async Task<bool> HearsAsync(WindowLimit window)
    {
        var heard = false;
        await window.HearAsync(() =>
        {
            heard = true;
            return Task.CompletedTask;
        });
        return heard;
    }

    private async Task<WindowLimit> OpenAsync(string person, string circuit)
    {
        var limit = new WindowLimit(windows, new SignedIn(person), new Leading());
        await limit.OpenAsync(circuit);
        return limit;
    }

    private sealed class Leading : NavigationManager
    {
        public Leading() => Initialize("http://localhost/", "http://localhost/items");

        protected override void NavigateToCore(string uri, NavigationOptions options) => Uri = ToAbsoluteUri(uri).ToString();
    }

    private sealed class SignedIn(string id) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, id)], "test"))));
    }
}

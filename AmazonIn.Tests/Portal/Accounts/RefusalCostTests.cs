using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>
/// Nobody learns from the time of a refusal who has an account (security.md V-11). Time itself is not measured: the one
/// costly step, comparing a password, is counted.
/// </summary>
[Trait("Row", "A1")]
public sealed class RefusalCostTests : IAsyncLifetime
{
    private readonly CountingHasher hasher = new();
    private PortalFactory portal = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(services: services => services.AddSingleton<IPasswordHasher<PortalUser>>(hasher));
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Unknown_wrong_disabled_and_locked_cost_one_comparison_each()
    {
        var gone = await portal.AddUserAsync("gone@example.com", Role.Viewer);
        await portal.Services.GetRequiredService<IUserAccounts>()
            .SetDisabledAsync(gone, disabled: true, TestContext.Current.CancellationToken);
        await portal.AddUserAsync("locked@example.com", Role.Viewer);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await CostAsync("locked@example.com");
        }

        foreach (var email in new[] { "nobody@example.com", PortalFactory.AdministratorEmail, "gone@example.com", "locked@example.com" })
        {
            Assert.Equal((email, 1), (email, await CostAsync(email)));
        }
    }

    private async Task<int> CostAsync(string email)
    {
        var before = hasher.Comparisons;
        using var browser = portal.Browser();
        using var answer = await browser.PostFormAsync(
            "/account/login", ("Input.Email", email), ("Input.Password", "Wrong-Horse-99"));
        return hasher.Comparisons - before;
    }
}

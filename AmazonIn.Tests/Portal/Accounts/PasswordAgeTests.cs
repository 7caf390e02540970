using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>How old a password must be, and which ones do not come back (security.md D-14, D-15).</summary>
[Trait("Row", "A1")]
public sealed class PasswordAgeTests : IAsyncLifetime
{
    private const string Email = "ravi@example.com";

    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private PortalFactory portal = null!;
    private long id;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(services: services => services.AddSingleton<TimeProvider>(clock));
        await portal.SetUpAsync();
        id = await portal.AddUserAsync(Email, Role.Viewer);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_password_that_one_chose_stays_a_day()
    {
        using var browser = await portal.LoginAsync(Email);

        // Handed over by somebody else, so it may be changed at once.
        Assert.Contains("Your password is changed.", await ChangeAsync(browser, PortalFactory.Password, Nth(1)), StringComparison.Ordinal);
        Assert.Contains("less than a day ago", await ChangeAsync(browser, Nth(1), Nth(2)), StringComparison.Ordinal);

        clock.Advance(new TimeSpan(23, 59, 0));
        using var late = await portal.LoginAsync(Email, Nth(1));
        Assert.Contains("less than a day ago", await ChangeAsync(late, Nth(1), Nth(2)), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("Your password is changed.", await ChangeAsync(late, Nth(1), Nth(2)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sets_a_new_one_at_any_time_and_the_person_changes_it_at_once()
    {
        using var browser = await portal.LoginAsync(Email);
        await ChangeAsync(browser, PortalFactory.Password, Nth(1));

        Assert.Null(await ResetAsync(Nth(2)));
        using var again = await portal.LoginAsync(Email, Nth(2));

        Assert.Contains("Your password is changed.", await ChangeAsync(again, Nth(2), Nth(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_present_password_and_the_ten_before_it_are_not_taken_again()
    {
        for (var number = 1; number <= 11; number++)
        {
            Assert.Null(await ResetAsync(Nth(number)));
        }

        Assert.Equal("user.password-weak", await ResetAsync(Nth(11)));
        Assert.Equal("user.password-weak", await ResetAsync(Nth(10)));
        Assert.Equal("user.password-weak", await ResetAsync(Nth(1)));
        Assert.Null(await ResetAsync(PortalFactory.Password));
    }

    [Fact]
    public async Task A_refused_change_leaves_the_password_as_old_as_it_was()
    {
        clock.Advance(TimeSpan.FromHours(1));
        using var browser = await portal.LoginAsync(Email);

        Assert.Contains("id=\"new-error\"", await ChangeAsync(browser, PortalFactory.Password, "Password@1234"), StringComparison.Ordinal);

        await using var scope = portal.Services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync(Email);
        Assert.NotNull(user);
        Assert.False(user.ChosePassword);
        Assert.Equal(clock.GetUtcNow() - TimeSpan.FromHours(1), user.PasswordChangedAt);
    }

    private static string Nth(int number) => $"Better-Horse-{number:00}x";

    private static async Task<string> ChangeAsync(HttpClient browser, string current, string next)
    {
        using var answer = await browser.PostFormAsync(
            "/account/password", ("Input.Current", current), ("Input.New", next), ("Input.Repeated", next));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string?> ResetAsync(string password)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var done = await scope.ServiceProvider.GetRequiredService<ResetUserPassword>()
            .RunAsync(Actor.System, id, password, TestContext.Current.CancellationToken);
        return done.Error?.Code;
    }
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Tests.Portal.Endpoints;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>Who may change whom, whatever screen or call asks for it.</summary>
public sealed class UseCaseTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private static readonly Actor Manager = new("user:999", "Ravi", Role.Manager.Permissions);

    [Fact]
    [Trait("Row", "A1")]
    public async Task Only_administrators_manage_people_and_keys()
    {
        var token = TestContext.Current.CancellationToken;

        AssertForbidden((await With<CreateUser, Result<CreatedUser>>(use => use.RunAsync(
            Manager, new NewUser("x@example.com", "X", "Viewer", "Correct-Horse-42"), token))).Error);
        AssertForbidden((await With<ChangeUserRole, Result>(use => use.RunAsync(Manager, 1, "Viewer", token))).Error);
        AssertForbidden((await With<SetUserDisabled, Result>(use => use.RunAsync(Manager, 1, true, token))).Error);
        AssertForbidden((await With<ResetUserPassword, Result>(use => use.RunAsync(Manager, 1, "Correct-Horse-43", token))).Error);
        AssertForbidden((await With<CreateApiKey, Result<CreatedApiKey>>(use => use.RunAsync(
            Manager, "n", ["orders:read"], TimeSpan.FromDays(1), token))).Error);
        AssertForbidden((await With<RevokeApiKey, Result>(use => use.RunAsync(Manager, 1, token))).Error);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Nobody_changes_their_own_role_or_shuts_themselves_out()
    {
        var me = await AdministratorAsync();

        var role = await With<ChangeUserRole, Result>(use => use.RunAsync(me, Id(me), "Viewer", TestContext.Current.CancellationToken));
        var disabled = await With<SetUserDisabled, Result>(use => use.RunAsync(me, Id(me), true, TestContext.Current.CancellationToken));

        Assert.Equal(AccountErrors.OwnRole, role.Error);
        Assert.Equal(AccountErrors.OwnAccount, disabled.Error);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task The_last_administrator_stays()
    {
        var only = Id(await AdministratorAsync());

        var role = await With<ChangeUserRole, Result>(use => use.RunAsync(Actor.System, only, "Viewer", TestContext.Current.CancellationToken));
        var disabled = await With<SetUserDisabled, Result>(use => use.RunAsync(Actor.System, only, true, TestContext.Current.CancellationToken));

        Assert.Equal("user.last-administrator", role.Error?.Code);
        Assert.Equal("user.last-administrator", disabled.Error?.Code);
    }

    [Fact]
    [Trait("Row", "A4")]
    public async Task Nobody_hands_out_more_than_they_have()
    {
        var limited = new Actor("user:999", "Ravi", new HashSet<string> { Permission.ManageApiKeys, Permission.ViewOrders });

        var allowed = await With<CreateApiKey, Result<CreatedApiKey>>(use => use.RunAsync(
            limited, "n", ["orders:read"], TimeSpan.FromDays(1), TestContext.Current.CancellationToken));
        var beyond = await With<CreateApiKey, Result<CreatedApiKey>>(use => use.RunAsync(
            limited, "n", ["orders:read", "orders:write"], TimeSpan.FromDays(1), TestContext.Current.CancellationToken));

        Assert.True(allowed.Succeeded);
        Assert.Equal("api-key.scope-beyond-role", beyond.Error?.Code);
    }

    private static void AssertForbidden(Error? error) => Assert.Equal("access.forbidden", error?.Code);

    private static long Id(Actor actor) => long.Parse(actor.Id["user:".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Actor> AdministratorAsync()
    {
        var people = await fixture.Portal.Services.GetRequiredService<IUserAccounts>().ListAsync(TestContext.Current.CancellationToken);
        var person = Assert.Single(people, row => row.Role == Role.Administrator.Name);
        return new Actor(AccountIds.OfUser(person.Id), person.DisplayName, Role.Administrator.Permissions);
    }

    private async Task<TResult> With<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = fixture.Portal.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}

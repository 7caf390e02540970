using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>Whoever invites does not approve (security.md D-04).</summary>
[Trait("Row", "A1")]
public sealed class InvitationTests : IAsyncLifetime
{
    private PortalFactory portal = null!;
    private Actor asha = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
        var people = await Users.ListAsync(TestContext.Current.CancellationToken);
        asha = Administrator(Assert.Single(people).Id);
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    private IUserAccounts Users => portal.Services.GetRequiredService<IUserAccounts>();

    [Fact]
    public async Task With_a_second_administrator_the_invited_wait_for_the_one_who_did_not_invite()
    {
        var tara = Administrator(await portal.AddUserAsync("tara@example.com", Role.Administrator));
        var invited = await InviteAsync(asha);

        Assert.False(await SignsInAsync());
        var own = await ApproveAsync(asha, invited);
        Assert.False(await SignsInAsync());
        var manager = await ApproveAsync(new Actor("user:99", "Eve", Role.Manager.Permissions), invited);
        var approved = await ApproveAsync(tara, invited);
        var again = await ApproveAsync(tara, invited);

        Assert.Equal("user.own-invitation", own.Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, manager.Error?.Kind);
        Assert.True(approved.Succeeded);
        Assert.Equal("user.approved", again.Error?.Code);
        Assert.True(await SignsInAsync());
        await using var scope = portal.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync("ravi@example.com");
        Assert.Equal((asha.Id, tara.Id), (stored?.InvitedBy, stored?.ApprovedBy));
        Assert.NotNull(stored?.ApprovedAt);
    }

    [Fact]
    public async Task An_only_administrator_has_nobody_to_ask()
    {
        await InviteAsync(asha);

        Assert.True(await SignsInAsync());
    }

    [Fact]
    public async Task A_disabled_administrator_is_nobody_to_ask()
    {
        var tara = await portal.AddUserAsync("tara@example.com", Role.Administrator);
        var invited = await InviteAsync(asha);
        await Users.SetDisabledAsync(tara, disabled: true, TestContext.Current.CancellationToken);

        Assert.True((await ApproveAsync(asha, invited)).Succeeded);
        Assert.True(await SignsInAsync());
    }

    [Fact]
    public async Task Nobody_approves_themselves()
    {
        await portal.AddUserAsync("tara@example.com", Role.Administrator);
        var invited = await InviteAsync(asha, Role.Administrator);

        var self = await ApproveAsync(Administrator(invited), invited);

        Assert.Equal("user.own-invitation", self.Error?.Code);
    }

    private static Actor Administrator(long id) => new(AccountIds.OfUser(id), "An administrator", Role.Administrator.Permissions);

    private async Task<long> InviteAsync(Actor actor, Role? role = null)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var added = await scope.ServiceProvider.GetRequiredService<CreateUser>().RunAsync(
            actor,
            new NewUser("ravi@example.com", "Ravi", (role ?? Role.Viewer).Name, PortalFactory.Password),
            TestContext.Current.CancellationToken);
        Assert.True(added.Succeeded, added.Error?.Message);
        return added.Value.Id;
    }

    private async Task<Result> ApproveAsync(Actor actor, long id)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApproveUser>().RunAsync(actor, id, TestContext.Current.CancellationToken);
    }

    private async Task<bool> SignsInAsync()
    {
        using var browser = portal.Browser();
        using var answer = await browser.PostFormAsync(
            "/account/login", ("Input.Email", "ravi@example.com"), ("Input.Password", PortalFactory.Password));
        return answer.StatusCode == HttpStatusCode.Found;
    }
}

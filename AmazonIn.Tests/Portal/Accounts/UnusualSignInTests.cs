using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>What is noted of sign-ins that are not as usual (security.md D-07).</summary>
[Trait("Row", "A1")]
public sealed class UnusualSignInTests : IAsyncLifetime
{
    private PortalFactory portal = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync();
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task A_first_sign_in_is_nothing_unusual_nor_is_one_from_the_same_address()
    {
        using var first = await portal.LoginAsync();
        using var second = await portal.LoginAsync();

        Assert.Empty(await NotesAsync());
    }

    [Fact]
    public async Task A_sign_in_from_a_new_address_is_noted_once()
    {
        var before = new Actor("user:1", "Asha", new HashSet<string>()) { Origin = "203.0.113.7" };
        await portal.Services.GetRequiredService<IAuditTrail>().RecordAsync(
            new AuditEntry(before, AuditAction.SignIn, AuditOutcome.Done, "user:1", "Asha"), Token);

        using var moved = await portal.LoginAsync();
        using var again = await portal.LoginAsync();

        Assert.Equal(["new-address"], await NotesAsync());
    }

    [Fact]
    public async Task A_sign_in_after_several_refusals_is_noted()
    {
        for (var attempt = 0; attempt < NoteUnusualSignIns.RefusalsBefore; attempt++)
        {
            await TryAsync(PortalFactory.AdministratorEmail);
        }

        using var signedIn = await portal.LoginAsync();

        Assert.Equal(["after-refusals"], await NotesAsync());
    }

    [Theory]
    [InlineData(AuditAction.VerifySecondFactor, "after-refusals")]
    [InlineData(AuditAction.ApproveUser)]
    public async Task Refused_codes_count_and_refusals_of_other_acts_do_not(string action, params string[] notes)
    {
        for (var attempt = 0; attempt < NoteUnusualSignIns.RefusalsBefore; attempt++)
        {
            await portal.Services.GetRequiredService<IAuditTrail>().RecordAsync(
                new AuditEntry(Actor.System, action, AuditOutcome.Refused, "user:1", "Asha"), Token);
        }

        using var signedIn = await portal.LoginAsync();

        Assert.Equal(notes, await NotesAsync());
    }

    [Fact]
    public async Task Many_refusals_from_one_address_are_noted_once_whatever_the_accounts()
    {
        for (var attempt = 0; attempt < NoteUnusualSignIns.RefusalsFromAddress + 3; attempt++)
        {
            await TryAsync($"somebody{attempt}@example.com");
        }

        Assert.Equal(["many-refusals"], await NotesAsync());
    }

    private async Task TryAsync(string email)
    {
        using var browser = portal.Browser();
        using var answer = await browser.PostFormAsync(
            "/account/login", ("Input.Email", email), ("Input.Password", "Wrong-Horse-99"));
    }

    private async Task<IEnumerable<string?>> NotesAsync()
    {
        var found = await portal.Services.GetRequiredService<IAuditQueries>().ListAsync(
            new AuditFilter(Action: AuditAction.UnusualSignIn), new PageRequest(), Token);
        return found.Items.Select(record => AuditDetails.Read(record.Details).GetValueOrDefault("why"));
    }
}

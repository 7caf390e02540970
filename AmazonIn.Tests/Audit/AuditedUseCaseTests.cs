using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Audit;

/// <summary>A whole portal whose trail is kept in memory: what is recorded, in which order, and what happens when it breaks.</summary>
[Trait("Row", "A1")]
public sealed class AuditedUseCaseTests : IAsyncLifetime
{
    private static readonly Actor Owner = new("user:1", "Asha", Role.Administrator.Permissions) { Origin = "203.0.113.7" };

    private readonly InMemoryAudit audit = new();
    private PortalFactory? portal;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private PortalFactory Portal => portal!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(services: services => services.AddSingleton<IAuditTrail>(audit));
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    [Fact]
    public void Setting_up_is_recorded_before_and_after()
    {
        Assert.Equal(
            [
                (AuditAction.SaveOrganisation, AuditOutcome.Granted, "organisation"),
                (AuditAction.FoundPortal, AuditOutcome.Granted, "user"),
                (AuditAction.FoundPortal, AuditOutcome.Done, "user:1"),
            ],
            audit.Records.Select(record => (record.Action, record.Outcome, record.Subject)));
    }

    [Fact]
    public async Task What_is_done_to_people_and_keys_is_recorded_with_who_and_from_where()
    {
        var made = await With<CreateUser, Result<CreatedUser>>(use => use.RunAsync(
            Owner, new NewUser("ravi@example.com", "Ravi", "Viewer", PortalFactory.Password), Token));
        await With<ChangeUserRole, Result>(use => use.RunAsync(Owner, made.Value!.Id, "Manager", Token));
        await With<ResetUserPassword, Result>(use => use.RunAsync(Owner, made.Value!.Id, "Better-Horse-43", Token));
        await With<SetUserDisabled, Result>(use => use.RunAsync(Owner, made.Value!.Id, true, Token));
        await With<SetUserDisabled, Result>(use => use.RunAsync(Owner, made.Value!.Id, false, Token));
        var key = await With<CreateApiKey, Result<CreatedApiKey>>(use => use.RunAsync(
            Owner, "Books", ["orders:read"], TimeSpan.FromDays(9), Token));
        await With<RevokeApiKey, Result>(use => use.RunAsync(Owner, key.Value!.Row.Id, Token));

        var mine = audit.Records.Where(record => record.ActorId == "user:1").ToList();
        var person = AccountIds.OfUser(made.Value!.Id);
        var itsKey = AccountIds.OfApiKey(key.Value!.Row.Id);
        Assert.Equal(
            [
                (AuditAction.CreateUser, AuditOutcome.Granted, "user"),
                (AuditAction.CreateUser, AuditOutcome.Done, person),
                (AuditAction.ChangeUserRole, AuditOutcome.Granted, person),
                (AuditAction.ResetPassword, AuditOutcome.Granted, person),
                (AuditAction.DisableUser, AuditOutcome.Granted, person),
                (AuditAction.EnableUser, AuditOutcome.Granted, person),
                (AuditAction.CreateApiKey, AuditOutcome.Granted, "key"),
                (AuditAction.CreateApiKey, AuditOutcome.Done, itsKey),
                (AuditAction.RevokeApiKey, AuditOutcome.Granted, itsKey),
            ],
            mine.Select(record => (record.Action, record.Outcome, record.Subject)));
        Assert.All(mine, record => Assert.Equal(("Asha", "203.0.113.7"), (record.ActorName, record.Origin)));
        Assert.Equal("""{"from":"Viewer","to":"Manager"}""", mine[2].Details);
        Assert.All(audit.Records, record => Assert.DoesNotContain("Horse", record.ToString(), StringComparison.Ordinal));
        Assert.All(audit.Records, record => Assert.DoesNotContain("example.com", record.ToString(), StringComparison.Ordinal));
        Assert.All(audit.Records, record => Assert.DoesNotContain(key.Value.Key, record.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_granted_and_did_not_come_about_is_recorded_as_failed()
    {
        var refused = await With<ChangeUserRole, Result>(use => use.RunAsync(Actor.System, 1, "Viewer", Token));

        Assert.Equal("user.last-administrator", refused.Error?.Code);
        var last = audit.Records[^1];
        Assert.Equal((AuditAction.ChangeUserRole, AuditOutcome.Failed), (last.Action, last.Outcome));
        Assert.Equal("user.last-administrator", AuditDetails.Read(last.Details)["error"]);
    }

    [Fact]
    public async Task Whoever_lacks_the_permission_leaves_a_record()
    {
        var viewer = new Actor("user:9", "Meera", Role.Viewer.Permissions);

        await With<CreateApiKey, Result<CreatedApiKey>>(use => use.RunAsync(viewer, "n", ["orders:read"], TimeSpan.FromDays(1), Token));

        var last = audit.Records[^1];
        Assert.Equal(
            ("user:9", AuditAction.RefuseAccess, AuditOutcome.Refused, "permission:api-keys:manage"),
            (last.ActorId, last.Action, last.Outcome, last.Subject));
    }

    [Fact]
    [Trait("Row", "X3")]
    public async Task What_cannot_be_recorded_is_not_done()
    {
        var channel = await Portal.ConnectDemoAsync();
        audit.Fault = new StorageUnavailableException("The disk is full.");

        await FailsAsync<CreateUser>(use => use.RunAsync(Owner, new NewUser("x@example.com", "X", "Viewer", PortalFactory.Password), Token));
        await FailsAsync<SetUserDisabled>(use => use.RunAsync(Actor.System, 1, false, Token));
        await FailsAsync<ChangeUserRole>(use => use.RunAsync(Actor.System, 1, "Viewer", Token));
        await FailsAsync<ResetUserPassword>(use => use.RunAsync(Owner, 1, "Better-Horse-43", Token));
        await FailsAsync<CreateApiKey>(use => use.RunAsync(Owner, "n", ["orders:read"], TimeSpan.FromDays(1), Token));
        await FailsAsync<RenameChannel>(use => use.RunAsync(Owner, channel, "Another", Token));
        await FailsAsync<SaveOrganisation>(use => use.RunAsync(
            Owner, new OrganisationRequest("Another", "INR", "29", true, "Asia/Kolkata"), Token));
        await FailsAsync<ExportAuditTrail>(use => use.RunAsync(Owner, new(), Token));

        audit.Fault = null;
        Assert.Single(await Portal.Services.GetRequiredService<IUserAccounts>().ListAsync(Token));
        Assert.DoesNotContain(await Portal.Services.GetRequiredService<IApiKeyStore>().ListAsync(Token), key => key.Name == "n");
        Assert.Equal("Malgudi Traders", (await Portal.Services.GetRequiredService<IOrganisationStore>().FindAsync(Token))!.Name);
        Assert.NotEqual("Another", (await Portal.Services.GetRequiredService<IChannelStore>().FindAsync(channel, Token))!.Name);
        using var stillTheSame = await Portal.LoginAsync();
    }

    [Fact]
    public async Task Sessions_are_recorded_and_refused_ones_without_what_was_typed()
    {
        await Portal.AddUserAsync("locked@example.com", Role.Viewer);
        var start = audit.Records.Count;
        using (var good = await Portal.LoginAsync())
        {
            using var out_ = await good.PostAsync(
                new Uri("/account/logout", UriKind.Relative), await good.FormOfAsync("/account/password"), Token);
        }

        await TryAsync("typed-by-mistake@example.com", "Secret-Word-77");
        for (var attempt = 0; attempt < 6; attempt++)
        {
            await TryAsync("locked@example.com", "Secret-Word-77");
        }

        var records = audit.Records.Skip(start).ToList();
        Assert.Equal(
            [
                (AuditAction.SignIn, AuditOutcome.Done, "user:1", null),
                (AuditAction.SignOut, AuditOutcome.Done, "user:1", null),
                (AuditAction.SignIn, AuditOutcome.Refused, "user", "unknown"),
                .. Enumerable.Repeat((AuditAction.SignIn, AuditOutcome.Refused, "user:2", (string?)"password"), 5),
                (AuditAction.LockOut, AuditOutcome.Done, "user:2", null),
                (AuditAction.SignIn, AuditOutcome.Refused, "user:2", "locked-out"),
            ],
            records.Select(record => (
                record.Action, record.Outcome, record.Subject, AuditDetails.Read(record.Details).GetValueOrDefault("why"))));
        Assert.All(records, record => Assert.Equal("127.0.0.1", record.Origin));
        Assert.All(records, record => Assert.DoesNotContain("mistake", record.ToString(), StringComparison.Ordinal));
        Assert.All(records, record => Assert.DoesNotContain("Secret", record.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_signs_in_unrecorded()
    {
        audit.Fault = new StorageUnavailableException("The disk is full.");
        using var browser = Portal.Browser();

        using var response = await browser.PostFormAsync(
            "/account/login", ("Input.Email", PortalFactory.AdministratorEmail), ("Input.Password", PortalFactory.Password));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        audit.Fault = null;
        using var page = await browser.GetAsync(new Uri("/account/password", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
    }

    [Fact]
    public async Task The_own_password_is_changed_with_a_record_and_a_wrong_one_leaves_one()
    {
        using var browser = await Portal.LoginAsync();

        using var wrong = await ChangeAsync(browser, "Wrong-Horse-42");
        using var right = await ChangeAsync(browser, PortalFactory.Password);

        Assert.Equal(
            [AuditOutcome.Refused, AuditOutcome.Granted],
            audit.Records.Where(record => record.Action == AuditAction.ChangePassword).Select(record => record.Outcome));
    }

    [Fact]
    public async Task A_call_or_page_beyond_the_role_is_recorded_once_a_minute_also_where_no_use_case_is_reached()
    {
        await Portal.AddUserAsync("viewer@example.com", Role.Viewer);
        using var browser = await Portal.LoginAsync("viewer@example.com");

        using var page = await browser.GetAsync(new Uri("/audit", UriKind.Relative), Token);
        using var export = await browser.GetAsync(new Uri("/audit/export", UriKind.Relative), Token);

        Assert.Equal("/account/access-denied", page.Headers.Location?.AbsolutePath);
        Assert.Equal("/account/access-denied", export.Headers.Location?.AbsolutePath);
        var refused = Assert.Single(audit.Records, record => record.Action == AuditAction.RefuseAccess);
        Assert.Equal(("permission:audit:view", "127.0.0.1", "user:2"), (refused.Subject, refused.Origin, refused.ActorId));
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current) => browser.PostFormAsync(
        "/account/password",
        ("Input.Current", current),
        ("Input.New", "Better-Horse-43"),
        ("Input.Repeated", "Better-Horse-43"));

    private async Task TryAsync(string email, string password)
    {
        using var browser = Portal.Browser();
        using var response = await browser.PostFormAsync("/account/login", ("Input.Email", email), ("Input.Password", password));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task FailsAsync<TUseCase>(Func<TUseCase, Task> run)
        where TUseCase : notnull => Assert.ThrowsAsync<StorageUnavailableException>(() => With<TUseCase, bool>(async use =>
        {
            await run(use);
            return true;
        }));

    private async Task<TResult> With<TUseCase, TResult>(Func<TUseCase, Task<TResult>> run)
        where TUseCase : notnull
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}

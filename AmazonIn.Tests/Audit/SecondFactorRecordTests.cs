using System.Net;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Audit;

/// <summary>What the second factor leaves in the audit trail (security.md D-16, D-37).</summary>
[Trait("Row", "A1")]
public sealed class SecondFactorRecordTests : IAsyncLifetime
{
    private const string Page = "/account/second-factor";

    private readonly InMemoryAudit audit = new();
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
    private PortalFactory portal = null!;

    public async ValueTask InitializeAsync()
    {
        portal = await PortalFactory.StartAsync(services: services =>
        {
            services.AddSingleton<IAuditTrail>(audit);
            services.AddSingleton<TimeProvider>(clock);
        });
        await portal.SetUpAsync();
    }

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task Every_step_of_a_second_factor_is_recorded_without_its_codes()
    {
        using var enrolling = await portal.LoginAsync();
        var (app, codes) = await AuthenticatorApp.EnrolAsync(enrolling, clock);
        var start = audit.Records.Count;

        await SignInAsync("000000");
        await SignInAsync(codes[0]);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = await SignInAsync(app.Code());
        clock.Advance(TimeSpan.FromMinutes(1));
        using var renewed = await browser.PostFormAsync(Page, ("Input.Code", app.Code()), ("Input.Action", "renew"));
        clock.Advance(TimeSpan.FromMinutes(1));
        using var removed = await browser.PostFormAsync(Page, ("Input.Code", app.Code()), ("Input.Action", "remove"));

        var password = (AuditAction.SignIn, AuditOutcome.Granted, "password");
        var signedIn = (AuditAction.SignIn, AuditOutcome.Done, string.Empty);
        var byApp = (AuditAction.VerifySecondFactor, AuditOutcome.Done, "app");
        Assert.Equal(
            [
                password, (AuditAction.VerifySecondFactor, AuditOutcome.Refused, "code"),
                password, (AuditAction.VerifySecondFactor, AuditOutcome.Done, "recovery-code"), signedIn,
                password, byApp, signedIn,
                byApp, (AuditAction.RenewRecoveryCodes, AuditOutcome.Granted, string.Empty),
                byApp, (AuditAction.RemoveSecondFactor, AuditOutcome.Granted, string.Empty),
            ],
            audit.Records.Skip(start).Select(Fact));
        Assert.Contains((AuditAction.EnrolSecondFactor, AuditOutcome.Granted, "app"), audit.Records.Take(start).Select(Fact));
        Assert.All(audit.Records, record => Assert.DoesNotContain(codes[0], record.Details, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_codes_record_the_lockout_once()
    {
        using var enrolling = await portal.LoginAsync();
        await AuthenticatorApp.EnrolAsync(enrolling, clock);

        for (var attempt = 0; attempt < 5; attempt++)
        {
            await SignInAsync("000000");
        }

        Assert.Single(audit.Records, record => record.Action == AuditAction.LockOut);
    }

    [Fact]
    public async Task Taking_off_somebody_elses_second_factor_names_both()
    {
        var ravi = await portal.AddUserAsync("ravi@example.com", Role.Viewer);
        await using var scope = portal.Services.CreateAsyncScope();
        var owner = new Actor("user:1", "Asha", Role.Administrator.Permissions) { Origin = "203.0.113.7" };

        await scope.ServiceProvider.GetRequiredService<ResetSecondFactor>()
            .RunAsync(owner, ravi, TestContext.Current.CancellationToken);

        var record = Assert.Single(audit.Records, record => record.Action == AuditAction.ResetSecondFactor);
        Assert.Equal(("user:1", AccountIds.OfUser(ravi), "203.0.113.7"), (record.ActorId, record.Subject, record.Origin));
    }

    [Fact]
    public async Task Signing_out_everywhere_is_recorded()
    {
        using var browser = await portal.LoginAsync();
        using var form = await browser.FormOfAsync("/account/password");

        using var answer = await browser.PostAsync(
            new Uri("/account/logout-everywhere", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("all", AuditDetails.Read(audit.Records[^1].Details)["sessions"]);
    }

    private static (string Action, AuditOutcome Outcome, string What) Fact(AuditRecord record)
    {
        var details = AuditDetails.Read(record.Details);
        return (record.Action, record.Outcome, string.Concat(new[] { "step", "why", "by" }.Select(name => details.GetValueOrDefault(name))));
    }

    private async Task<PortalBrowser> SignInAsync(string code)
    {
        var browser = await portal.LoginAsync();
        using var answer = await browser.PostFormAsync("/account/verify", ("Input.Code", code));
        return browser;
    }
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Portal.Features.Audit;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Audit;

[Trait("Row", "A1")]
public sealed class AuditPageTests : ShopContext
{
    private readonly FakeAudit records = new();

    public AuditPageTests()
    {
        Services.AddSingleton<IAuditQueries>(records);
        Services.AddSingleton<IAuditArchive>(records);
        Services.AddSingleton<IAuditAnchors>(records);
        Services.AddTransient<AnchorAuditTrail>();
        Services.AddTransient<VerifyAuditTrail>();
        SignIn(Role.Auditor);
    }

    [Fact]
    public void A_record_says_who_what_when_why_and_from_where()
    {
        records.Add(new AuditEntry(
            Person with { Origin = "203.0.113.7" }, AuditAction.ChangeUserRole, AuditOutcome.Granted, "user:3", "Ravi") { Reason = "moved" }
            .With("to", "Viewer"));

        var row = Open("/audit").Find("tbody tr").TextContent;

        Assert.All(
            ["Asha", "user:7 · 203.0.113.7", "Change a role", "Granted", "Ravi", "user:3", "“moved”", "Viewer", "13:30"],
            text => Assert.Contains(text, row, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_address_says_which_records_are_listed_and_exported()
    {
        const string narrowed = "?q=kettle&action=user.create&actor=user%3A7&from=2026-11-01&outcome=Done&subject=user%3A3&to=2026-11-23";

        var page = Open("/audit" + narrowed);

        Assert.Equal(
            new AuditFilter(
                new DateTimeOffset(2026, 10, 31, 18, 30, 0, TimeSpan.Zero),
                new DateTimeOffset(2026, 11, 23, 18, 30, 0, TimeSpan.Zero),
                "user:7",
                AuditAction.CreateUser,
                AuditOutcome.Done,
                "user:3",
                "kettle"),
            records.Filters[^1]);
        Assert.Equal("/audit/export" + narrowed, page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void Verifying_says_in_words_what_was_found()
    {
        records.Add(new AuditEntry(Person, AuditAction.SignIn, AuditOutcome.Done, "user:7", "Asha"));
        records.Add(new AuditEntry(Person, AuditAction.SignOut, AuditOutcome.Done, "user:7", "Asha"));
        var page = Open("/audit");

        Button(page).Click();
        page.WaitForAssertion(() => Assert.Contains("The audit trail is whole: 2 records", page.Markup, StringComparison.Ordinal));

        records.Rows[0] = records.Rows[0] with { SubjectText = "Ravi" };
        Button(page).Click();
        page.WaitForAssertion(() => Assert.Contains("Record 1 was changed", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_trail_that_does_not_take_the_record_says_so()
    {
        var page = Open("/audit");
        Audit.Fault = new StorageUnavailableException("The disk is full.");

        Button(page).Click();

        page.WaitForAssertion(() => Assert.Contains("The audit trail could not be verified.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void An_event_of_somebody_without_the_permission_verifies_nothing()
    {
        var page = Open("/audit");
        SignIn(Role.Manager);

        Button(page).Click();

        page.WaitForAssertion(() => Assert.Contains("Your role does not include “audit:view”.", page.Markup, StringComparison.Ordinal));
        Assert.Equal(AuditAction.RefuseAccess, Assert.Single(Audit.Records).Action);
    }

    [Fact]
    public void Nothing_yet_and_a_fault_are_told_apart()
    {
        Assert.Contains("No records yet", Open("/audit").Markup, StringComparison.Ordinal);

        records.Fault = new TimeoutException();

        Assert.Contains("The records could not be loaded.", Open("/audit").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_for_its_permission() => Assert.Contains(
        typeof(AuditPage).GetCustomAttributes(typeof(AuthorizeAttribute), false).Cast<AuthorizeAttribute>(),
        attribute => attribute.Policy == Permission.ViewAudit);

    [Fact]
    public void Every_action_has_words() =>
        Assert.All(AuditAction.All, action => Assert.NotEqual(action, AuditWords.Of(action)));

    [Fact]
    public void Every_code_is_in_the_list() => Assert.Equal(
        typeof(AuditAction).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(),
        AuditAction.All.Order());

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<Host> page) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Verify");

    private IRenderedComponent<Host> Open(string address)
    {
        DisposeComponentsAsync().GetAwaiter().GetResult();
        Navigation.NavigateTo(address);
        return RenderPage<AuditPage>();
    }
}

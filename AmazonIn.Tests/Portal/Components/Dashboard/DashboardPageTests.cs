using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Features.Dashboard;
using AmazonIn.Portal.Features.Security;
using AmazonIn.Tests.Portal.Components.Audit;
using AmazonIn.Tests.Portal.Components.Security;
using AmazonIn.Tests.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Users;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Dashboard;

[Trait("Row", "A5")]
public sealed class DashboardPageTests : ShopContext
{
    private readonly FakeUsers users = new();
    private readonly FakeAudit trail = new();
    private readonly FakeClock clock = new();

    public DashboardPageTests()
    {
        Services.AddSingleton<IUserAccounts>(users);
        Services.AddSingleton<IAccessReviews>(new InMemoryReviews());
        Services.AddSingleton<IAuditQueries>(trail);
        Services.AddSingleton<IAmazonClock>(clock);
        Services.AddTransient<SecurityNeeds>();
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task What_waits_for_an_administrator_is_told_to_them_and_to_nobody_else()
    {
        Connected();
        Queries.Figures = Figures();
        Organisations.Organisation!.NoteClientSecret(new DateOnly(2026, 6, 12));
        users.Rows.Add(FakeUsers.Row(7, "Asha", Role.Administrator.Name));
        users.Rows.Add(FakeUsers.Row(8, "Ravi", Role.Viewer.Name) with { AwaitsApproval = true, InvitedBy = "user:9" });
        trail.Add(new AuditEntry(Person, AuditAction.UnusualSignIn, AuditOutcome.Done, "user:7", "Asha"));
        trail.Add(new AuditEntry(Actor.System, AuditAction.PutOffDeletion, AuditOutcome.Granted, "order:3", "Order SO-00003"));
        string[] theirs =
        [
            "1 person waits for your approval", "The access review is overdue", "2 people without a training in the last year",
            "1 unusual sign-in in the last week",
            "1 deletion put off again in the last week",
        ];

        var page = RenderPage<DashboardPage>();
        page.WaitForAssertion(() => Assert.All(theirs, need => Assert.Contains(need, page.Markup, StringComparison.Ordinal)));
        Assert.Contains("client secret ends in 16 days", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Nobody is named for incidents", page.Markup, StringComparison.Ordinal);

        var viewers = await Services.GetRequiredService<SecurityNeeds>().ListAsync(Person with { Permissions = Role.Viewer.Permissions }, Token);
        Assert.Equal(
            ["Nobody is named for incidents", "Amazon's client secret ends in 16 days"], viewers.Select(need => need.Text));
    }

    [Theory]
    [InlineData(95, "This machine’s clock is 1 min 35 s ahead of Amazon’s")]
    [InlineData(-31, "This machine’s clock is 31 s behind Amazon’s")]
    [InlineData(30, null)]
    public void A_clock_that_is_wrong_is_told_of(int seconds, string? words)
    {
        Connected();
        Queries.Figures = Figures();
        clock.Ahead = TimeSpan.FromSeconds(seconds);

        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("Nobody is named for incidents", page.Markup, StringComparison.Ordinal));
        Assert.Equal(words is not null, page.Markup.Contains(words ?? "machine’s clock", StringComparison.Ordinal));
    }

    [Fact]
    public void Before_connecting_it_leads_to_the_next_step_only()
    {
        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("Bring your Amazon shop in", page.Markup, StringComparison.Ordinal));
        Assert.Equal("/settings/integrations/ecommerce", page.Find("li.now a").GetAttribute("href"));
    }

    [Fact]
    public void Without_a_home_state_the_organisation_comes_first()
    {
        Organisations.Organisation = new Organisation("Meera Crafts", "INR", null, "Asia/Kolkata", taxRatesEnabled: true);
        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Equal("/settings/organisation", page.Find("li.now a").GetAttribute("href")));
    }

    [Fact]
    public void A_person_who_may_not_connect_sees_no_way_to()
    {
        SignIn(Role.Viewer);
        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("A manager can do this.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void It_shows_figures_as_people_in_India_read_them_and_what_needs_them()
    {
        Connected();
        Queries.Figures = Figures(late: 3, decisions: 1);
        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("₹1,23,456.50", page.Markup, StringComparison.Ordinal));
        Assert.Contains("3 orders to ship within a day", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 order to look at", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("out of stock", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Row", "W-04")]
    [InlineData("Administrator", true)]
    [InlineData("Manager", false)]
    public void Webhook_that_fails_for_long_is_told_to_those_who_can_mend_it(string role, bool told)
    {
        SignIn(Role.Find(role)!);
        Connected();
        Queries.Figures = Figures();
        Webhooks.Add("Tally Books", failingSince: Clock.GetUtcNow().AddHours(-2), waiting: 12);
        Webhooks.Add("Short trouble", failingSince: Clock.GetUtcNow().AddMinutes(-2));

        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("₹", page.Markup, StringComparison.Ordinal));
        Assert.Equal(told, page.Markup.Contains("Events do not arrive at “Tally Books”", StringComparison.Ordinal));
        Assert.DoesNotContain("Short trouble", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void When_nothing_needs_the_person_it_says_so()
    {
        Connected();
        Organisations.Organisation!.NameIncidentContact("Meera", "meera@example.com");
        Queries.Figures = Figures();
        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("Nothing right now.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void The_chart_is_a_table_for_those_who_cannot_see_it()
    {
        Connected();
        Queries.Figures = Figures();
        var page = RenderPage<DashboardPage>();

        page.WaitForAssertion(() => Assert.Equal(30, page.FindAll(".sales-chart table tbody tr").Count));
    }

    [Fact]
    [Trait("Row", "S4")]
    public void Figures_follow_when_a_run_ends()
    {
        var run = Running(Connected(), SyncModule.Orders);
        Queries.Figures = Figures();
        var page = RenderPage<DashboardPage>();
        Clock.Advance(LiveRuns.Gathering);
        page.WaitForAssertion(() => Assert.Contains("31", page.Markup, StringComparison.Ordinal));

        Queries.Figures = Figures() with { OrdersToday = 77 };
        run.Finish(null, null, Clock.GetUtcNow());
        Clock.Advance(LiveRuns.WhileActive);

        page.WaitForAssertion(() => Assert.Contains("77", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_is_told_and_can_be_tried_again()
    {
        Connected();
        Queries.Fault = new TimeoutException();
        var page = RenderPage<DashboardPage>();
        page.WaitForAssertion(() => Assert.Contains("The dashboard could not be loaded.", page.Markup, StringComparison.Ordinal));

        Queries.Fault = null;
        Queries.Figures = Figures();
        page.Find(".error-panel button").Click();

        page.WaitForAssertion(() => Assert.Contains("Orders today", page.Markup, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, true, 1)]
    [InlineData(0, false, 1)]
    [InlineData(7, true, 8)]
    [InlineData(31, true, 40)]
    [InlineData(84_236, false, 100_000)]
    [InlineData(99, false, 100)]
    public void The_axis_ends_on_a_round_number(int greatest, bool whole, int top)
    {
        Assert.Equal(top, NiceScale.For(greatest, whole).Top);
    }

    private static DashboardFigures Figures(int late = 0, int decisions = 0)
    {
        var first = new DateOnly(2026, 10, 25);
        var days = Enumerable.Range(0, 30).Select(day => new DayOfSales(first.AddDays(day), day, day * 1000m));
        return new DashboardFigures(31, 123_456.5m, 46, late, decisions, 0, 1204, [.. days], [new("Karnataka", 12)]);
    }

    private sealed class FakeClock : IAmazonClock
    {
        public TimeSpan? Ahead { get; set; }
    }
}

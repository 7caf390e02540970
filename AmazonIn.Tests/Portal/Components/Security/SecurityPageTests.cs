using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Portal.Features.Security;
using AmazonIn.Tests.Portal.Components.ApiKeys;
using AmazonIn.Tests.Portal.Components.Shared;
using AmazonIn.Tests.Portal.Components.Users;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Security;

/// <summary>The page by which an administrator reviews access (security.md D-03, D-08, D-18, D-26).</summary>
[Trait("Row", "A1")]
public sealed class SecurityPageTests : ShopContext
{
    private readonly FakeUsers users = new();
    private readonly InMemoryReviews reviews = new();

    public SecurityPageTests()
    {
        Services.AddSingleton<IUserAccounts>(users);
        Services.AddSingleton<IApiKeyStore>(new FakeApiKeys());
        Services.AddSingleton<IAccessReviews>(reviews);
        Services.AddTransient<AccessRegister>();
        Services.AddTransient<SignAccessReview>();
        Services.AddTransient<RecordTraining>();
        Services.AddTransient<RecordClientSecret>();
        Services.AddTransient<SaveIncidentContact>();
        users.Rows.Add(FakeUsers.Row(7, "Asha", Role.Administrator.Name));
        users.Rows.Add(FakeUsers.Row(8, "Ravi", Role.Fulfilment.Name, secondFactor: false));
    }

    [Fact]
    public void The_review_is_signed_once_every_line_is_ticked()
    {
        var page = Open();
        Assert.Contains("The review is overdue", page.Markup, StringComparison.Ordinal);
        Assert.True(Sign(page).HasAttribute("disabled"));

        for (var line = 0; line < 2; line++)
        {
            page.FindAll(".access input[type=checkbox]")[line].Change(true);
        }

        Sign(page).Click();

        page.WaitForAssertion(() => Assert.Contains("signed by Asha", page.Markup, StringComparison.Ordinal));
        Assert.Contains("The next review is due on", page.Markup, StringComparison.Ordinal);
        Assert.Equal(("user:7", 2, 0), (reviews.Signed[0].ActorId, reviews.Signed[0].People, reviews.Signed[0].Keys));
        Assert.Contains(Audit.Records, record => record.Action == AuditAction.ReviewAccess);
    }

    [Fact]
    public void A_training_that_is_due_is_told_and_recorded()
    {
        users.Rows[0] = users.Rows[0] with { TrainedOn = new DateOnly(2025, 11, 22) };
        var page = Open();
        Assert.Equal(["due again", "not recorded"], page.FindAll(".training-due").Select(due => due.TextContent));

        page.FindAll(".access input[type=date]")[0].Change("2026-11-20");

        page.WaitForAssertion(() => Assert.Equal(["not recorded"], page.FindAll(".training-due").Select(due => due.TextContent)));
        Assert.Equal(new DateOnly(2026, 11, 20), users.Rows[0].TrainedOn);
    }

    [Fact]
    public void The_incident_contact_is_asked_for_until_there_is_one()
    {
        var page = Open();
        Assert.Contains("Nobody is named yet", page.Markup, StringComparison.Ordinal);
        page.Find("#incident-name").Change("Meera");
        page.Find("#incident-address").Change("by the window");
        page.Find("form[aria-labelledby=incident-title]").Submit();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#incident-address-error")));

        page.Find("#incident-address").Change("meera@example.com");
        page.Find("form[aria-labelledby=incident-title]").Submit();

        page.WaitForAssertion(() => Assert.DoesNotContain("Nobody is named yet", page.Markup, StringComparison.Ordinal));
        Assert.Equal("meera@example.com", Organisations.Organisation!.IncidentContactAddress);
        var record = Assert.Single(Audit.Records, record => record.Action == AuditAction.SaveIncidentContact);
        Assert.DoesNotContain("meera@example.com", record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_of_the_client_secret_tells_when_it_ends()
    {
        var page = Open();

        page.Find("#secret-date").Change("2026-06-12");
        page.Find("form[aria-labelledby=secret-title]").Submit();

        page.WaitForAssertion(() => Assert.Contains("Amazon's client secret ends in 16 days", page.Markup, StringComparison.Ordinal));
        Assert.Equal(new DateOnly(2026, 6, 12), Organisations.Organisation!.ClientSecretIssuedOn);
    }

    private static AngleSharp.Dom.IElement Sign(IRenderedComponent<SecurityPage> page) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Sign the review");

    private IRenderedComponent<SecurityPage> Open()
    {
        var page = Render<SecurityPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".access li").Count));
        return page;
    }
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Contacts;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.Portal.Components.Users;
using AmazonIn.Tests.TestKit;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.SalesOrders;

[Trait("Row", "X1")]
public sealed class ContactCardTests : OrderScreens
{
    public ContactCardTests()
    {
        Vault.Contact = ACanary.Contact;
        Users.Rows.Add(FakeUsers.Row(7, "Asha", Role.Administrator.Name));
    }

    [Fact]
    [Trait("Row", "U3")]
    public void A_buyer_is_a_placeholder_with_the_area_hidden()
    {
        var card = Card();

        Assert.Contains("Amazon IN - Customer", card.Markup, StringComparison.Ordinal);
        Assert.Contains("Karnataka, area hidden", card.Markup, StringComparison.Ordinal);
        Assert.Contains("concealed", card.Markup, StringComparison.Ordinal);
        Assert.Equal(0, Vault.Opened);
    }

    [Fact]
    [Trait("Row", "X2")]
    public void A_deleted_contact_says_when()
    {
        var card = Card(AnOrder.Details(AnOrder.Row(status: OrderStatus.Fulfilled), hasContact: false) with
        {
            ContactDeletedAt = Clock.GetUtcNow(),
        });

        Assert.Contains("Deleted on", card.Markup, StringComparison.Ordinal);
        Assert.Contains("23 Nov 2026", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("●", card.Markup, StringComparison.Ordinal);
        Assert.Empty(card.FindAll("button"));
    }

    [Fact]
    public void Revealed_for_a_reason_it_shows_everything_once_and_hides_after_a_minute()
    {
        var card = Card();

        Reveal(card);

        card.WaitForAssertion(() => Assert.Contains($"{ACanary.Mark}-recipient", card.Markup, StringComparison.Ordinal));
        Assert.Contains($"{ACanary.Mark}-gift", card.Markup, StringComparison.Ordinal);
        Assert.Equal(1, Vault.Opened);
        var record = Assert.Single(Audit.Records);
        Assert.Equal((AuditAction.RevealContact, RevealReasons.Common[0]), (record.Action, record.Reason));

        Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Contains(ACanary.Mark, card.Markup, StringComparison.Ordinal);
        Clock.Advance(TimeSpan.FromSeconds(1));
        card.WaitForAssertion(() => Assert.DoesNotContain(ACanary.Mark, card.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void It_hides_when_the_connection_is_lost_and_when_asked_to()
    {
        var card = Card();
        Reveal(card);
        card.WaitForAssertion(() => Assert.Contains(ACanary.Mark, card.Markup, StringComparison.Ordinal));

        card.InvokeAsync(() => Services.GetRequiredService<ConnectionWatch>().OnConnectionDownAsync(null!, Token));
        card.WaitForAssertion(() => Assert.DoesNotContain(ACanary.Mark, card.Markup, StringComparison.Ordinal));

        Reveal(card);
        card.WaitForAssertion(() => Assert.Contains(ACanary.Mark, card.Markup, StringComparison.Ordinal));
        card.Find("button[data-hide]").Click();
        Assert.DoesNotContain(ACanary.Mark, card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reason_that_names_somebody_is_refused_before_anything_is_opened()
    {
        var card = Card();
        card.Find(".contact-card button").Click();
        card.WaitForElement("#reveal-form");
        card.FindAll("#reveal-form input[type=radio]")[^1].Change(true);
        card.Find("#reveal-words").Input("Call 98450 12345");

        card.Find("#reveal-form").Submit();

        Assert.Contains("phone", card.Find("#reveal-form").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, Vault.Opened);
        Assert.Empty(Audit.Records);
    }

    [Fact]
    public void Without_the_permission_nothing_is_offered()
    {
        SignIn(Role.Manager);

        Assert.Empty(Card().FindAll(".contact-card button"));
    }

    [Fact]
    public void A_right_lost_meanwhile_is_said_and_nothing_shows()
    {
        var card = Card();
        Users.Rows[0] = FakeUsers.Row(7, "Asha", Role.Viewer.Name);

        Reveal(card);

        card.WaitForAssertion(() => Assert.Contains(Permission.RevealContacts, card.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(ACanary.Mark, card.Markup, StringComparison.Ordinal);
        Assert.Equal(0, Vault.Opened);
    }

    private static void Reveal(IRenderedComponent<Host> card)
    {
        card.Find(".contact-card button").Click();
        card.WaitForElement("#reveal-form").Submit();
    }

    private IRenderedComponent<Host> Card(SalesOrderDetails? order = null)
    {
        var details = order ?? AnOrder.Details();
        Orders.Orders.Add(details);
        return RenderPage<ContactCard>(builder =>
        {
            builder.AddComponentParameter(1, nameof(ContactCard.Order), details);
            builder.AddComponentParameter(2, nameof(ContactCard.Area), "Karnataka");
        });
    }
}

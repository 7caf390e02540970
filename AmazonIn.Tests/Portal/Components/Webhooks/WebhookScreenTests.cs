using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Portal.Components.Layout;
using AmazonIn.Portal.Features.Webhooks;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Webhooks;

[Trait("Row", "X5")]
public sealed class WebhookScreenTests : ShopContext
{
    public WebhookScreenTests()
    {
        Services.AddSingleton<IWebhookStore>(Webhooks);
        Services.AddSingleton<IWebhookOutbox>(Webhooks);
        Services.AddSingleton(WebhookTargets.PublicOnly);
        Services.AddTransient<CreateWebhook>();
        Services.AddTransient<ChangeWebhook>();
        Services.AddTransient<SetWebhookEnabled>();
        Services.AddTransient<RotateWebhookSecret>();
        Services.AddTransient<RemoveWebhook>();
        Services.AddTransient<SendTestEvent>();
        Services.AddTransient<SendDeliveryAgain>();
    }

    [Fact]
    public void The_list_tells_health_at_a_glance()
    {
        var now = FakeWebhooks.Now;
        Webhooks.Add("Working one", deliveredAt: now.AddMinutes(-12));
        Webhooks.Add("New one");
        Webhooks.Add("Short trouble", failingSince: now.AddMinutes(-3), waiting: 4);
        Webhooks.Add("Long trouble", failingSince: now.AddHours(-3), waiting: 1200);
        Webhooks.Add("Switched off", WebhookState.Disabled);
        Webhooks.Add("Had enough", WebhookState.Gone);

        var page = OpenList();

        Assert.Equal(
            ["Working", "Nothing sent yet", "Trying again", "Failing", "Disabled", "Ended by the receiver"],
            Column(page, "Health"));
        Assert.Equal("1,200", Column(page, "Waiting").ElementAt(3));
        Assert.Equal("2 kinds", Column(page, "Events").First());
        Assert.Equal("/settings/webhooks/1", page.Find("a.row-link").GetAttribute("href"));
    }

    [Fact]
    [Trait("Row", "D-41")]
    public void Adding_asks_for_recipient_and_purpose_and_shows_the_secret_once()
    {
        var page = OpenList();
        page.Find(".page-actions button").Click();
        page.Find("#webhook").Submit();
        page.WaitForAssertion(() => Assert.Contains("Enter who gets", page.Find("#webhook-recipient-error").TextContent, StringComparison.Ordinal));

        page.Find("#webhook-recipient").Input("Tally Books");
        page.Find("#webhook").Submit();
        page.WaitForAssertion(() => Assert.Contains("needs the events for", page.Find("#webhook-purpose-error").TextContent, StringComparison.Ordinal));

        page.Find("#webhook-purpose").Input("Invoices");
        page.Find("#webhook-url").Input("https://0x7f.1/");
        page.Find("#webhook").Submit();
        page.WaitForAssertion(() => Assert.Contains("at least one kind", page.Find("#events-error").TextContent, StringComparison.Ordinal));

        page.Find("input[value='order.created']").Change(true);
        page.Find("#webhook").Submit();
        page.WaitForAssertion(() => Assert.Contains("inside a network", page.Find("#webhook-url-error").TextContent, StringComparison.Ordinal));

        page.Find("#webhook-url").Input("https://erp.example/hooks");
        page.Find("#webhook").Submit();
        page.WaitForAssertion(() => Assert.Equal(Webhooks.Secret!.Reveal(), page.Find("#webhook-secret").GetAttribute("value")));

        page.FindAll(".mud-dialog-actions button")[0].Click();
        page.WaitForAssertion(() => Assert.Single(page.FindAll("tbody tr")));
        Assert.DoesNotContain("whsec_", page.Markup, StringComparison.Ordinal);
        Assert.Equal(AuditAction.CreateWebhook, Audit.Records[^1].Action);
    }

    [Fact]
    [Trait("Row", "S-06")]
    public void The_log_tells_status_duration_attempts_and_what_comes_next()
    {
        Webhooks.Add(failingSince: FakeWebhooks.Now.AddMinutes(-3), waiting: 1);
        Webhooks.Sent(DeliveryState.Delivered, WebhookOutcome.Accepted, 204, 1);
        Webhooks.Sent(DeliveryState.Waiting, WebhookOutcome.Refused, 503, 2, FakeWebhooks.Now.AddMinutes(5));
        Webhooks.Sent(DeliveryState.Failed, WebhookOutcome.NotAllowed, null, 10);

        var page = OpenOne();

        Assert.Equal(["Delivered", "Waiting", "Given up"], Column(page, "State"));
        Assert.Equal(["HTTP 204", "HTTP 503", "Address is inside a network"], Column(page, "Answer"));
        Assert.Equal(["84 ms", "84 ms", "84 ms"], Column(page, "Took"));
        Assert.Equal(["1", "2", "10"], Column(page, "Attempts"));
        Assert.StartsWith("in 5 min", Column(page, "Next attempt").ElementAt(1), StringComparison.Ordinal);
        Assert.Contains("No event has arrived since", page.Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("td.actions button").Count);
    }

    [Fact]
    public async Task A_second_click_keeps_the_secret_that_the_first_one_made()
    {
        var webhook = Webhooks.Add();
        var page = Render<MudBlazor.MudDialogProvider>();
        var parameters = new MudBlazor.DialogParameters<RotateSecretDialog> { { dialog => dialog.Webhook, webhook } };
        await page.InvokeAsync(() => Services.GetRequiredService<MudBlazor.IDialogService>()
            .ShowAsync<RotateSecretDialog>("Replace secret", parameters));
        page.WaitForElement("#end-old");
        var replace = page.FindComponents<MudBlazor.MudButton>()[^1].Instance.OnClick;

        // The second was on its way when the first had been done and shown.
        await page.InvokeAsync(() => replace.InvokeAsync());
        await page.InvokeAsync(() => replace.InvokeAsync());

        var secret = page.WaitForElement("#webhook-secret").GetAttribute("value");
        Assert.Equal(Webhooks.Secret!.Reveal(), secret);
        Assert.Single(Audit.Records, record => record.Action == AuditAction.RotateWebhookSecret && record.Outcome == AuditOutcome.Granted);
    }

    [Fact]
    public void An_event_is_sent_again_and_a_test_event_is_sent()
    {
        Webhooks.Add();
        Webhooks.Sent(DeliveryState.Failed, WebhookOutcome.Unreachable, null, 10);
        var page = OpenOne();

        page.Find("button[aria-label='Send order.created 12 again']").Click();
        page.WaitForAssertion(() => Assert.Equal([1], Webhooks.Recorded));
        page.FindAll(".page-actions button").First(button => button.TextContent.Contains("test event", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Equal(WebhookEventType.Test, Assert.Single(Webhooks.Added).Type));
    }

    [Fact]
    public void While_something_waits_the_log_is_looked_at_again()
    {
        Webhooks.Add(waiting: 1);
        Webhooks.Sent(DeliveryState.Waiting, null, null, 0, FakeWebhooks.Now);
        var page = OpenOne();
        Assert.Equal(["Waiting"], Column(page, "State"));
        Webhooks.Log.Clear();
        Webhooks.Sent(DeliveryState.Delivered, WebhookOutcome.Accepted, 204, 1);

        Clock.Advance(TimeSpan.FromSeconds(5));

        page.WaitForAssertion(() => Assert.Equal(["Delivered"], Column(page, "State")));
    }

    [Fact]
    public void A_receiver_that_is_gone_is_said_and_can_be_enabled_again()
    {
        Webhooks.Add(state: WebhookState.Gone);
        var page = OpenOne();
        Assert.Contains("answered with 410", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Send a test event", page.Markup, StringComparison.Ordinal);

        page.FindAll(".page-actions button").First(button => button.TextContent.Trim() == "Enable").Click();

        page.WaitForAssertion(() => Assert.Contains("Send a test event", page.Markup, StringComparison.Ordinal));
        Assert.Equal(AuditAction.EnableWebhook, Audit.Records[^1].Action);
    }

    [Fact]
    public void A_role_without_the_permission_is_refused_also_by_events_of_a_screen_that_stayed_open()
    {
        Webhooks.Add();
        var page = OpenOne();
        SignIn(Role.Viewer);

        page.FindAll(".page-actions button").First(button => button.TextContent.Contains("test event", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Equal(AuditAction.RefuseAccess, Audit.Records[^1].Action));
        Assert.Empty(Webhooks.Added);
    }

    [Theory]
    [InlineData(typeof(WebhooksPage))]
    [InlineData(typeof(WebhookPage))]
    public void Pages_and_their_way_in_are_for_those_who_manage_webhooks(Type page)
    {
        var policies = page.GetCustomAttributes(typeof(AuthorizeAttribute), true).Cast<AuthorizeAttribute>().Select(one => one.Policy);
        Assert.Contains(Permission.ManageWebhooks, policies);
        Assert.Equal(
            Permission.ManageWebhooks,
            NavMap.Groups.SelectMany(group => group.Entries).Single(entry => entry.Href == "/settings/webhooks").Policy);
    }

    [Fact]
    public async Task Nothing_yet_a_fault_and_what_is_not_there_are_told_apart()
    {
        Assert.Contains("No webhooks yet", OpenList().Markup, StringComparison.Ordinal);
        await DisposeComponentsAsync();
        Assert.Contains("The webhook was not found", OpenOne().Markup, StringComparison.Ordinal);
        await DisposeComponentsAsync();
        Webhooks.Fault = new TimeoutException();

        Assert.Contains("The webhooks could not be loaded.", OpenList().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_has_words() => Assert.All(
        WebhookEventType.All.Append(WebhookEventType.Test), type => Assert.NotEqual(type, WebhookWords.OfEvent(type)));

    private static IEnumerable<string> Column(IRenderedComponent<Host> page, string label) =>
        page.FindAll($"td[data-label='{label}']").Select(cell => cell.TextContent.Trim());

    private IRenderedComponent<Host> OpenList()
    {
        Navigation.NavigateTo("/settings/webhooks");
        return RenderPage<WebhooksPage>();
    }

    private IRenderedComponent<Host> OpenOne()
    {
        Navigation.NavigateTo("/settings/webhooks/1");
        return RenderPage<WebhookPage>(page => page.AddComponentParameter(1, nameof(WebhookPage.Id), 1L));
    }
}

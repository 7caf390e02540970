using AmazonIn.Domain.Access;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Features.SalesOrders;
using AmazonIn.Portal.Features.Security;
using AmazonIn.Portal.Features.Webhooks;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Dashboard;

/// <summary>Is it healthy, what is new, what needs me.</summary>
public sealed partial class DashboardPage
{
    private Loader<DashboardView>? loader;

    [Inject]
    private IDashboardQueries Dashboard { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private IWebhookQueries Webhooks { get; set; } = null!;

    [Inject]
    private SecurityNeeds Security { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private static List<Need> NeedsOf(DashboardView view)
    {
        var figures = view.Figures!;
        var needs = new List<Need>();
        needs.AddRange(view.Channels.Where(channel => channel.State == ChannelState.NeedsAttention).Select(
            channel => new Need(
                $"{channel.Name} needs attention",
                channel.Attention ?? "Amazon refuses the connection.",
                "Open",
                $"/settings/integrations/ecommerce/{channel.Id}")));
        needs.AddRange(view.FailingWebhooks.Select(webhook => new Need(
            webhook.State == WebhookState.Gone
                ? $"“{webhook.Recipient}” wants no more events"
                : $"Events do not arrive at “{webhook.Recipient}”",
            webhook.State == WebhookState.Gone
                ? "The receiver answered so; its webhook is disabled."
                : $"{IndianFormat.Plural(webhook.Waiting, "event")} waiting to be sent again.",
            "Open",
            WebhookWords.Href(webhook.Id))));
        if (view.Organisation?.HomeState is null)
        {
            needs.Add(new(
                "The organisation has no home state",
                "Without it the tax of orders cannot be split, so orders are not synced.",
                "Set it",
                "/settings/organisation"));
        }

        if (figures.LateToShip > 0)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(figures.LateToShip, "order")} to ship within a day",
                "Amazon's ship-by time has passed or is near.",
                "Show",
                $"/sales-orders?sort=shipBy&{OrderFilters.StatusKey}=Confirmed"));
        }

        if (figures.OrdersNeedingDecision > 0)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(figures.OrdersNeedingDecision, "order")} to look at",
                "Each says what was found and what was done about it.",
                "Show",
                $"/sales-orders?{OrderFilters.DecisionKey}=true"));
        }

        if (figures.OutOfStock > 0)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(figures.OutOfStock, "item")} out of stock",
                "Their listings are active on Amazon.",
                "Show",
                $"/items?{ItemFilters.OutOfStockKey}=true"));
        }

        needs.AddRange(view.Security);
        return needs;
    }

    private async Task<DashboardView?> LoadAsync(CancellationToken cancellationToken)
    {
        var organisation = await Organisations.FindAsync(cancellationToken);
        var channels = await Channels.ListAsync(cancellationToken);
        var security = await Security.ListAsync(await CurrentActor.GetAsync(), cancellationToken);
        if (organisation is null || !TimeZoneInfo.TryFindSystemTimeZoneById(organisation.TimeZone, out var zone))
        {
            return new DashboardView(organisation, null, channels, security, []);
        }

        var figures = await Dashboard.GetAsync(organisation.BaseCurrency, zone, Time.GetUtcNow(), cancellationToken);
        return new DashboardView(organisation, figures, channels, security, await FailingWebhooksAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<WebhookRow>> FailingWebhooksAsync(CancellationToken cancellationToken) =>
        (await CurrentActor.GetAsync()).May(Permission.ManageWebhooks)
            ? [.. (await Webhooks.ListAsync(cancellationToken)).Where(webhook => webhook.NeedsAttention(Time.GetUtcNow()))]
            : [];

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}

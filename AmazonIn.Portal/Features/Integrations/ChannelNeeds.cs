using System.Globalization;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;
using AmazonIn.Portal.Features.SalesOrders;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>What of a channel waits for a person.</summary>
internal static class ChannelNeeds
{
    public static List<Need> Of(IntegrationView view, int authorisedDaysLeft)
    {
        var channel = view.Details.Channel;
        var needs = new List<Need>();
        if (view.Organisation?.HomeState is null)
        {
            needs.Add(new(
                "The organisation has no home state",
                "Without it the tax of orders cannot be split, so orders are not synced.",
                "Set it",
                "/settings/organisation"));
        }

        if (authorisedDaysLeft < AuthorisationClock.WarnBelow)
        {
            needs.Add(new(
                $"The authorisation ends in {IndianFormat.Plural(authorisedDaysLeft, "day")}",
                "Amazon asks for it once a year. Authorise the app again in Seller Central.",
                "Open",
                "https://" + (Marketplace.Find(channel.MarketplaceId) ?? Marketplace.India).SellerCentralHost));
        }

        if (view.Details.OrdersNeedingDecision > 0)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(view.Details.OrdersNeedingDecision, "order")} to look at",
                "Each says what was found and what was done about it.",
                "Show",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/sales-orders?{ItemFilters.ChannelKey}={channel.Id}&{OrderFilters.DecisionKey}=true")));
        }

        if (view.Stock is { Refused: > 0 } stock)
        {
            needs.Add(new(
                $"{IndianFormat.Plural(stock.Refused, "quantity", "quantities")} refused by Amazon",
                stock.TopReasons.Count > 0 ? stock.TopReasons[0].Reason : "Each says why.",
                "Show",
                IntegrationLinks.Stock(channel.Id)));
        }

        if (view.Shipments is { Refused: > 0 } or { Differing: > 0 })
        {
            needs.Add(new(
                $"{IndianFormat.Plural(view.Shipments.Refused + view.Shipments.Differing, "shipment")} not as Amazon has it",
                "Amazon refused the confirmation, or shows the parcel otherwise. Each says why.",
                "Show",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/shipments?channel={channel.Id}&state={(view.Shipments.Refused > 0 ? "Refused" : "Differs")}")));
        }

        needs.AddRange(view.Details.TopReasons.Select(reason => new Need(
            $"{IndianFormat.Count(reason.Count)} not synced",
            reason.Reason,
            "Show",
            LinkTo(view.Details, reason.ReasonCode))));
        return needs;
    }

    // The causes are those of both modules' last runs; only where one of them failed it is known which.
    private static string LinkTo(ChannelDetails details, string reasonCode)
    {
        RunSummary[] failed =
        [
            .. new[] { details.Items.LastRun, details.Orders.LastRun }.OfType<RunSummary>().Where(run => run.NotSynced > 0),
        ];
        return failed.Length == 1
            ? $"{IntegrationLinks.Run(details.Channel.Id, failed[0].Id)}?reason={Uri.EscapeDataString(reasonCode)}"
            : $"{IntegrationLinks.History(details.Channel.Id)}?state=Failed";
    }
}

using System.Globalization;
using AmazonIn.Domain.Channels;
using AmazonIn.Portal.Components.Shared;

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
                string.Create(CultureInfo.InvariantCulture, $"/sales-orders?channel={channel.Id}&needsDecision=true")));
        }

        needs.AddRange(view.Details.TopReasons.Select(reason => new Need(
            $"{IndianFormat.Count(reason.Count)} not synced",
            reason.Reason,
            "Show",
            IntegrationLinks.History(channel.Id) + "?state=Failed")));
        return needs;
    }
}

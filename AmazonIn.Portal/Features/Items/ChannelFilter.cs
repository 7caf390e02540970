using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Items;

/// <summary>Narrows a list to one channel; no menu while there is nothing to choose between.</summary>
internal static class ChannelFilter
{
    public static FilterDefinition Of(IReadOnlyList<ChannelSummary> channels)
    {
        FilterChoice[] choices =
            [.. channels.Select(channel => new FilterChoice(channel.Id.ToString(CultureInfo.InvariantCulture), channel.Name))];
        return new FilterDefinition(ItemFilters.ChannelKey, "Channel", choices.Length > 1 ? choices : [])
        {
            Words = value => Array.Find(choices, choice => choice.Value == value)?.Label ?? value,
        };
    }
}

using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Items;

/// <summary>Narrows a list to one channel; no menu while there is nothing to choose between.</summary>
internal static class ChannelFilter
{
    public static FilterDefinition Of(IReadOnlyList<ChannelSummary> channels) => new(
        ItemFilters.ChannelKey,
        "Channel",
        [.. channels.Select(channel => new FilterChoice(channel.Id.ToString(CultureInfo.InvariantCulture), channel.Name))]);
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Counts of a channel's life in words.</summary>
internal static class LifeWords
{
    /// <summary><c>12 quantities and 1 shipment</c>; null where nothing waits.</summary>
    public static string? Waiting(ChannelLifePreview preview)
    {
        string?[] parts =
        [
            preview.QuantitiesWaiting > 0 ? IndianFormat.Plural(preview.QuantitiesWaiting, "quantity", "quantities") : null,
            preview.ShipmentsWaiting > 0 ? IndianFormat.Plural(preview.ShipmentsWaiting, "shipment") : null,
        ];
        return parts.OfType<string>().ToList() is { Count: > 0 } some ? string.Join(" and ", some) : null;
    }
}

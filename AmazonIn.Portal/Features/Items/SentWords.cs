using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Items;

/// <summary>How the figure for a listing comes about, in words.</summary>
internal static class SentWords
{
    /// <summary>From what is available to what is offered.</summary>
    public static string Offer(ListingPushRow row)
    {
        if (row.FulfilledBy == FulfilledBy.Amazon)
        {
            return "Amazon keeps this stock (FBA); no quantity is ever sent.";
        }

        if (row.Offered is not { } offered)
        {
            return "The stock was never counted, so no quantity is sent.";
        }

        var parts = new List<string>
        {
            $"{IndianFormat.Count(row.Available)} available {(row.WarehouseName is { } place ? $"in {place}" : "in all warehouses")}",
        };
        if (row.Buffer > 0)
        {
            parts.Add($"less {IndianFormat.Count(row.Buffer)} kept back");
        }

        if (row.Cap is { } cap)
        {
            parts.Add($"at most {IndianFormat.Count(cap)}");
        }

        return $"To be offered now: {IndianFormat.Count(offered)} ({string.Join(", ", parts)}).";
    }

    /// <summary>Why a change is not sent at present; null where it is, or none waits.</summary>
    public static string? Held(ListingPushRow row) => !row.Due || row.Offered is null ? null
        : row.ChannelState != ChannelState.Active ? "A change waits: the channel is not active."
        : !row.StockSync ? "A change waits: stock sync is switched off for the channel."
        : null;
}

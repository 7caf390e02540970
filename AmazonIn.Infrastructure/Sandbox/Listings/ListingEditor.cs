using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>
/// Judges and applies changes to a listing, for single patches and for feeds alike. What is submitted stands in the
/// attributes at once; what shoppers see follows after the marketplace's delay.
/// </summary>
internal sealed class ListingEditor(TimeSpan delay)
{
    public const string Availability = "fulfillment_availability";

    private const string ChannelCode = "fulfillment_channel_code";
    private const string Quantity = "quantity";

    /// <summary>The quantity a change sets and the channel it sets it for, where it sets one.</summary>
    public static (int? Quantity, string? ChannelCode) PushedQuantity(IEnumerable<ListingPatch> patches)
    {
        foreach (var entry in patches.Where(patch => patch.Attribute == Availability).SelectMany(patch => patch.Value))
        {
            return (NumberOf(entry), ChannelOf(entry));
        }

        return (null, null);
    }

    /// <summary>Why the change is refused; nothing where it is accepted.</summary>
    public static List<ListingIssue> Judge(Listing? listing, IReadOnlyList<ListingPatch> patches)
    {
        if (listing is null)
        {
            return
            [
                ListingIssue.Error(
                    "13013",
                    "This SKU does not exist in the Amazon.in catalog. Your inventory data was not processed.",
                    "INVALID_ATTRIBUTE"),
            ];
        }

        var issues = new List<ListingIssue>();
        foreach (var patch in patches)
        {
            if (patch.Attribute.Any(char.IsUpper))
            {
                issues.Add(ListingIssue.Error(
                    "90000900",
                    "The attributes are invalid.",
                    "INVALID_ATTRIBUTE",
                    patch.Attribute));
            }
            else if (patch.Attribute == Availability)
            {
                JudgeAvailability(listing, patch, issues);
            }
        }

        return issues;
    }

    public void Apply(ListingCatalog catalog, Listing listing, IReadOnlyList<ListingPatch> patches, DateTimeOffset now)
    {
        listing.Settle(now);
        foreach (var patch in patches)
        {
            if (patch.Attribute == Availability)
            {
                ApplyAvailability(listing, patch, now);
            }
            else
            {
                ApplyAttribute(listing, patch);
            }
        }

        catalog.Touch(listing, now);
    }

    private static void JudgeAvailability(Listing listing, ListingPatch patch, List<ListingIssue> issues)
    {
        if (listing.Refusal is { } refusal)
        {
            issues.Add(refusal);
        }

        if (listing.IsParent)
        {
            issues.Add(ListingIssue.Error(
                "90000900",
                "The parent of a variation family is not sold and has no availability.",
                "INVALID_ATTRIBUTE",
                Availability));
        }

        foreach (var entry in patch.Value)
        {
            if (ChannelOf(entry) is null)
            {
                issues.Add(ListingIssue.Error(
                    "99022",
                    $"The field '{ChannelCode}' for the attribute '{Availability}' does not have enough values. " +
                    "The required minimum is '1' value(s).",
                    "MISSING_ATTRIBUTE",
                    Availability));
            }

            if (entry.ContainsKey(Quantity) && NumberOf(entry) is null or < 0)
            {
                issues.Add(ListingIssue.Error(
                    "90000900",
                    $"The value of '{Availability}.{Quantity}' must be a whole number of at least 0.",
                    "INVALID_ATTRIBUTE",
                    Availability));
            }
        }
    }

    private static void ApplyAttribute(Listing listing, ListingPatch patch)
    {
        listing.Submitted ??= [];
        if (patch.Op == "delete")
        {
            listing.Submitted.Remove(patch.Attribute);
            return;
        }

        var merged = patch.Op == "merge" && listing.Submitted[patch.Attribute] is JsonArray there
            ? (JsonArray)there.DeepClone()
            : [];
        foreach (var entry in patch.Value)
        {
            merged.Add(entry.DeepClone());
        }

        listing.Submitted[patch.Attribute] = merged;
        if (patch.Attribute == "item_name" && patch.Value is [{ } first, ..])
        {
            listing.Title = first["value"]?.ToString();
        }
    }

    private static string? ChannelOf(JsonObject entry) =>
        entry[ChannelCode] is JsonValue value && value.TryGetValue<string>(out var code) && code.Length > 0
            ? code
            : null;

    private static int? NumberOf(JsonObject entry) =>
        entry[Quantity] is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && value.TryGetValue<int>(out var number)
            ? number
            : null;

    /// <summary>
    /// Entries are told apart by their channel. Replacing sets exactly the properties given, so that a lead time
    /// not sent along is gone; merging keeps what is not mentioned; another channel's entry is never touched.
    /// </summary>
    private void ApplyAvailability(Listing listing, ListingPatch patch, DateTimeOffset now)
    {
        var attribute = ListingJson.AvailabilityAttribute(listing);
        if (patch.Op == "delete" && patch.Value.Count == 0)
        {
            attribute.Clear();
        }

        foreach (var entry in patch.Value)
        {
            var code = ChannelOf(entry);
            var at = IndexOf(attribute, code);
            if (patch.Op == "delete")
            {
                if (at >= 0)
                {
                    attribute.RemoveAt(at);
                }
            }
            else if (at < 0)
            {
                attribute.Add(entry.DeepClone());
            }
            else if (patch.Op == "merge")
            {
                foreach (var (name, value) in entry)
                {
                    attribute[at]![name] = value?.DeepClone();
                }
            }
            else
            {
                attribute[at] = entry.DeepClone();
            }
        }

        listing.SubmittedAvailability = attribute;
        listing.Accepted = (now + delay, ChannelsOf(attribute));
        listing.Settle(now);
    }

    private static int IndexOf(JsonArray attribute, string? code)
    {
        for (var i = 0; i < attribute.Count; i++)
        {
            if (attribute[i] is JsonObject entry && ChannelOf(entry) == code)
            {
                return i;
            }
        }

        return -1;
    }

    private static List<ListingChannel> ChannelsOf(JsonArray attribute) =>
    [
        .. attribute.OfType<JsonObject>().Select(entry =>
        {
            var code = ChannelOf(entry) ?? ListingChannel.Merchant;
            return new ListingChannel(code, code == ListingChannel.Merchant ? NumberOf(entry) ?? 0 : NumberOf(entry));
        }),
    ];
}

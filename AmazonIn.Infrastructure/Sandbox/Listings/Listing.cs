using System.Text.Json.Nodes;

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>One listing. What changes is guarded by the catalog's lock.</summary>
internal sealed class Listing
{
    public required string Sku { get; init; }

    public required string Asin { get; init; }

    public required string ProductType { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Absent on a few, as on incomplete listings.</summary>
    public string? Title { get; set; }

    public string? Brand { get; init; }

    /// <summary>What a buyer pays, GST included; null on parents.</summary>
    public decimal? Price { get; init; }

    /// <summary>Percent. Amazon tells nobody; the demo orders are computed with it.</summary>
    public int GstRate { get; init; }

    public bool Buyable { get; set; }

    public bool Discoverable { get; set; }

    public string? ParentSku { get; init; }

    public List<string> ChildSkus { get; } = [];

    public VariationTheme? Theme { get; init; }

    /// <summary>This child's values, in the order of the theme's attributes.</summary>
    public string[] VariationValues { get; init; } = [];

    public List<ListingIssue> Issues { get; } = [];

    /// <summary>Why Amazon refuses every quantity for this listing; null for nearly all.</summary>
    public ListingIssue? Refusal { get; init; }

    public required DateTimeOffset LastUpdated { get; set; }

    /// <summary>What shoppers see.</summary>
    public required IReadOnlyList<ListingChannel> Channels { get; set; }

    /// <summary>What was accepted and shows at its time.</summary>
    public (DateTimeOffset Due, IReadOnlyList<ListingChannel> Channels)? Accepted { get; set; }

    /// <summary>The attribute as it was submitted last; null where nobody has touched it.</summary>
    public JsonArray? SubmittedAvailability { get; set; }

    public int? LeadTimeDays { get; init; }

    /// <summary>Attributes submitted besides availability.</summary>
    public JsonObject? Submitted { get; set; }

    /// <summary>Parents group their children and are not sold themselves.</summary>
    public bool IsParent => ChildSkus.Count > 0;

    public bool FulfilledByAmazon => Channels.Count > 0 && Channels[0].Code != ListingChannel.Merchant;

    /// <summary>Lets accepted changes show whose time has come.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (Accepted is { } accepted && accepted.Due <= now)
        {
            Channels = accepted.Channels;
            Accepted = null;
        }
    }
}

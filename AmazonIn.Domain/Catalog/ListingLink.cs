namespace AmazonIn.Domain.Catalog;

/// <summary>How a listing came to its item, so that a sync never undoes what a person decided.</summary>
public enum ListingLink
{
    /// <summary>By its SKU, by the portal.</summary>
    Automatic,

    /// <summary>By a person.</summary>
    ByHand,

    /// <summary>A person took the link away; the portal does not link it again.</summary>
    Unlinked,

    /// <summary>A person said that this listing is no concern of ours.</summary>
    Ignored,
}

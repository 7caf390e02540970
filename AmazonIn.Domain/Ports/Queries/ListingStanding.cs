namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Whether a listing has an item, as people ask for it.</summary>
public enum ListingStanding
{
    Linked,

    /// <summary>Without an item, and somebody should decide which it is.</summary>
    Unlinked,

    /// <summary>Without an item on purpose.</summary>
    Ignored,
}

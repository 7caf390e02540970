namespace AmazonIn.Domain.Catalog;

/// <summary>Whether buyers can find and buy a listing.</summary>
public enum ListingState
{
    Active,
    Inactive,
}

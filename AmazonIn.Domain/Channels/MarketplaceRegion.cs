namespace AmazonIn.Domain.Channels;

/// <summary>Amazon's API regions; each has one endpoint.</summary>
public enum MarketplaceRegion
{
    Europe,
    NorthAmerica,
    FarEast,
}

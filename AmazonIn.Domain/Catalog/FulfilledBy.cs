namespace AmazonIn.Domain.Catalog;

/// <summary>Who keeps and ships the goods: the seller, or Amazon (FBA).</summary>
public enum FulfilledBy
{
    Merchant,
    Amazon,
}

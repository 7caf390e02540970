namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Papers that Amazon makes for an Easy Ship parcel. They carry the recipient.</summary>
public enum EasyShipDocument
{
    ShippingLabel,
    Invoice,
}

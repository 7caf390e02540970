namespace AmazonIn.Domain.Ports.Carriers;

/// <summary>What a carrier can be given of a parcel. A carrier declares what it needs, and gets nothing else (X5).</summary>
[Flags]
public enum ConsignmentField
{
    None = 0,

    /// <summary>Personal data.</summary>
    RecipientName = 1,

    /// <summary>Personal data.</summary>
    RecipientAddress = 2,

    /// <summary>Personal data.</summary>
    RecipientPhone = 4,

    Size = 8,
    Contents = 16,
    DeclaredValue = 32,
    MarketplaceOrder = 64,
    Slot = 128,

    /// <summary>Those for which the order's contact is opened.</summary>
    Personal = RecipientName | RecipientAddress | RecipientPhone,
}

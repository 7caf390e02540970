namespace AmazonIn.Domain.Privacy;

/// <summary>
/// Everything personal in an order. Lives in memory while an order is imported, and in the vault; nothing else may
/// hold it. Printing it shows nothing.
/// </summary>
public sealed record BuyerContact
{
    public string? BuyerName { get; init; }

    /// <summary>Amazon's relay address.</summary>
    public string? BuyerEmail { get; init; }

    public string? BuyerCompanyName { get; init; }

    public string? BuyerPurchaseOrderNumber { get; init; }

    public ContactAddress? DeliveryAddress { get; init; }

    public string? DeliveryInstructions { get; init; }

    /// <summary>The buyer's tax number as sent, valid or not; it embeds a PAN.</summary>
    public string? TaxRegistrationNumber { get; init; }

    public string? TaxLegalName { get; init; }

    /// <summary>Gift messages and links to customisations, by Amazon's order item id.</summary>
    public IReadOnlyDictionary<string, string>? LineNotes { get; init; }

    public bool IsEmpty =>
        BuyerName is null && BuyerEmail is null && BuyerCompanyName is null && BuyerPurchaseOrderNumber is null
        && DeliveryAddress is null && DeliveryInstructions is null && TaxRegistrationNumber is null
        && TaxLegalName is null && LineNotes is not { Count: > 0 };

    public override string ToString() => "[personal data]";
}

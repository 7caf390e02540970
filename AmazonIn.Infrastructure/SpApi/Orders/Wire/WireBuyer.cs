namespace AmazonIn.Infrastructure.SpApi.Orders.Wire;

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireBuyer
{
    public string? BuyerName { get; init; }

    public string? BuyerEmail { get; init; }

    public string? BuyerCompanyName { get; init; }

    public string? BuyerPurchaseOrderNumber { get; init; }

    public override string ToString() => "[personal data]";
}

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireRecipient
{
    public WireAddress? DeliveryAddress { get; init; }

    public WireDeliveryPreference? DeliveryPreference { get; init; }

    public override string ToString() => "[personal data]";
}

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireAddress
{
    public string? Name { get; init; }

    public string? CompanyName { get; init; }

    public string? AddressLine1 { get; init; }

    public string? AddressLine2 { get; init; }

    public string? AddressLine3 { get; init; }

    public string? City { get; init; }

    public string? DistrictOrCounty { get; init; }

    public string? StateOrRegion { get; init; }

    public string? Municipality { get; init; }

    public string? PostalCode { get; init; }

    public string? CountryCode { get; init; }

    public string? Phone { get; init; }

    public override string ToString() => "[personal data]";
}

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireDeliveryPreference
{
    public string? DropOffLocation { get; init; }

    public string? AddressInstruction { get; init; }

    public override string ToString() => "[personal data]";
}

/// <summary>Tax registrations of buyer, seller and marketplace; the buyer's is personal data.</summary>
internal sealed record WireOrderTax
{
    public IReadOnlyList<WireTaxRegistration?>? TaxRegistrations { get; init; }

    public override string ToString() => "[personal data]";
}

/// <summary>Personal data. Printing it shows nothing.</summary>
internal sealed record WireTaxRegistration
{
    public string? EntityType { get; init; }

    public string? LegalName { get; init; }

    public string? TaxRegistrationNumber { get; init; }

    public override string ToString() => "[personal data]";
}

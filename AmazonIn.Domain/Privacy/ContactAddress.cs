namespace AmazonIn.Domain.Privacy;

/// <summary>Where a parcel goes. Personal data: see <see cref="BuyerContact"/>.</summary>
public sealed record ContactAddress
{
    public string? Name { get; init; }

    public string? CompanyName { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Line3 { get; init; }

    public string? City { get; init; }

    public string? District { get; init; }

    public string? StateOrRegion { get; init; }

    public string? PostalCode { get; init; }

    public string? CountryCode { get; init; }

    public string? Phone { get; init; }

    public override string ToString() => "[personal data]";
}

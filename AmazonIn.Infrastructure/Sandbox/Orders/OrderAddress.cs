namespace AmazonIn.Infrastructure.Sandbox.Orders;

internal sealed record OrderAddress
{
    public string? Name { get; init; }

    public string? CompanyName { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? Line3 { get; init; }

    public string? City { get; init; }

    /// <summary>As a buyer typed it, spelling and blanks included.</summary>
    public string? State { get; init; }

    public string? PostalCode { get; init; }

    public string? CountryCode { get; init; }

    public string? Phone { get; init; }

    public string? AddressType { get; init; }
}

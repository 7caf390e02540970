using AmazonIn.Domain.Privacy;

namespace AmazonIn.Domain.Ports.Parcels;

/// <summary>Who a parcel goes to, as it is written on it. Personal data; printing the record shows nothing.</summary>
/// <param name="Name">Null where Amazon sent none.</param>
/// <param name="Lines">The address below the name.</param>
public sealed record Recipient(string? Name, IReadOnlyList<string> Lines, string? Phone, string? Instructions)
{
    /// <summary>Null where there is nothing that a parcel could be sent to.</summary>
    public static Recipient? Of(BuyerContact contact)
    {
        if (contact.DeliveryAddress is not { } address)
        {
            return null;
        }

        var lines = new[]
        {
            address.CompanyName,
            address.Line1,
            address.Line2,
            address.Line3,
            Joined(", ", address.City, address.District == address.City ? null : address.District),
            Joined(" – ", address.StateOrRegion, address.PostalCode),
            address.CountryCode is "IN" or null ? null : address.CountryCode,
        };
        var filled = lines.OfType<string>().Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return filled.Count == 0
            ? null
            : new Recipient(address.Name ?? contact.BuyerName, filled, address.Phone, contact.DeliveryInstructions);
    }

    public override string ToString() => "[personal data]";

    private static string? Joined(string separator, params IEnumerable<string?> parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } joined ? joined : null;
}

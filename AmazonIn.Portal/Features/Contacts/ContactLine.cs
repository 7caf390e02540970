using AmazonIn.Domain.Privacy;

namespace AmazonIn.Portal.Features.Contacts;

/// <summary>One labelled part of a revealed contact. Printing it shows only the label.</summary>
internal sealed record ContactLine(string Label, IReadOnlyList<string> Values)
{
    /// <summary>What there is of the contact, in the order in which a parcel is addressed.</summary>
    public static IReadOnlyList<ContactLine> Of(BuyerContact contact)
    {
        var address = contact.DeliveryAddress;
        var buyer = contact.BuyerName == address?.Name ? null : contact.BuyerName;
        ContactLine[] lines =
        [
            Of("Recipient", address?.Name, address?.CompanyName),
            Of(
                "Address",
                address?.Line1,
                address?.Line2,
                address?.Line3,
                address?.District,
                Together(address?.City, address?.PostalCode),
                Together(address?.StateOrRegion, address?.CountryCode)),
            Of("Phone", address?.Phone),
            Of("Delivery instructions", contact.DeliveryInstructions),
            Of("Buyer", buyer, contact.BuyerCompanyName),
            Of("E-mail through Amazon", contact.BuyerEmail),
            Of("Purchase order", contact.BuyerPurchaseOrderNumber),
            Of("Tax registration", contact.TaxRegistrationNumber, contact.TaxLegalName),
            Of("Gift message or customisation", [.. contact.LineNotes?.Values ?? []]),
        ];
        return [.. lines.Where(line => line.Values.Count > 0)];
    }

    public override string ToString() => Label;

    private static ContactLine Of(string label, params string?[] values) =>
        new(label, [.. values.OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value))]);

    private static string Together(params string?[] parts) =>
        string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
}

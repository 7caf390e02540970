using AmazonIn.Domain.Privacy;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Orders.Wire;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Gathers everything personal of an order, and nothing else does.</summary>
internal static class ContactTranslator
{
    /// <returns>Null where Amazon sent nothing personal, for example because a role is missing.</returns>
    public static BuyerContact? Translate(WireOrder order)
    {
        var registration = BuyerRegistration(order.Tax);
        var contact = new BuyerContact
        {
            BuyerName = WireText.Trimmed(order.Buyer?.BuyerName),
            BuyerEmail = WireText.Trimmed(order.Buyer?.BuyerEmail),
            BuyerCompanyName = WireText.Trimmed(order.Buyer?.BuyerCompanyName),
            BuyerPurchaseOrderNumber = WireText.Trimmed(order.Buyer?.BuyerPurchaseOrderNumber),
            DeliveryAddress = Address(order.Recipient?.DeliveryAddress),
            DeliveryInstructions = Instructions(order.Recipient?.DeliveryPreference),
            TaxRegistrationNumber = WireText.Trimmed(registration?.TaxRegistrationNumber),
            TaxLegalName = WireText.Trimmed(registration?.LegalName),
            LineNotes = Notes(order.OrderItems),
        };
        return contact.IsEmpty ? null : contact;
    }

    private static ContactAddress? Address(WireAddress? address)
    {
        if (address is null)
        {
            return null;
        }

        var translated = new ContactAddress
        {
            Name = WireText.Trimmed(address.Name),
            CompanyName = WireText.Trimmed(address.CompanyName),
            Line1 = WireText.Trimmed(address.AddressLine1),
            Line2 = WireText.Trimmed(address.AddressLine2),
            Line3 = WireText.Trimmed(address.AddressLine3),
            City = WireText.Trimmed(address.City),
            District = WireText.Trimmed(address.DistrictOrCounty) ?? WireText.Trimmed(address.Municipality),
            StateOrRegion = WireText.Trimmed(address.StateOrRegion),
            PostalCode = WireText.Trimmed(address.PostalCode),
            CountryCode = WireText.Trimmed(address.CountryCode),
            Phone = WireText.Trimmed(address.Phone),
        };
        return translated == new ContactAddress() ? null : translated;
    }

    private static string? Instructions(WireDeliveryPreference? preference)
    {
        var instruction = WireText.Trimmed(preference?.AddressInstruction);
        var dropOff = WireText.Trimmed(preference?.DropOffLocation);
        return (instruction, dropOff) switch
        {
            (null, null) => null,
            ({ } only, null) => only,
            (null, { } place) => $"Drop off: {place}",
            ({ } both, { } place) => $"{both}\nDrop off: {place}",
        };
    }

    private static WireTaxRegistration? BuyerRegistration(WireOrderTax? tax)
    {
        foreach (var registration in tax?.TaxRegistrations ?? [])
        {
            if (WireText.Is(registration?.EntityType, "BUYER"))
            {
                return registration;
            }
        }

        return null;
    }

    private static Dictionary<string, string>? Notes(IReadOnlyList<WireOrderItem?>? items)
    {
        Dictionary<string, string>? notes = null;
        foreach (var item in items ?? [])
        {
            var message = WireText.Trimmed(item?.Fulfillment?.Packing?.GiftOption?.GiftMessage);
            var link = WireText.Trimmed(item?.Product?.Customization?.CustomizedUrl);
            if (item?.OrderItemId is { } id && (message is not null || link is not null))
            {
                notes ??= new Dictionary<string, string>(StringComparer.Ordinal);
                notes[id] = string.Join('\n', new[] { message, link }.OfType<string>());
            }
        }

        return notes;
    }
}

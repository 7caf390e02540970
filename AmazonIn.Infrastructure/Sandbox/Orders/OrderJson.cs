using System.Buffers;
using System.Globalization;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>Writes a draft as an order of the Orders API 2026-01-01, every dataset included.</summary>
internal static class OrderJson
{
    public static void Write(OrderDraft order, IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, Answer.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("orderId", order.OrderId);
        if (order.SellerOrderId is not null)
        {
            writer.WriteStartArray("orderAliases");
            writer.WriteStartObject();
            writer.WriteString("aliasId", order.SellerOrderId);
            writer.WriteString("aliasType", "SELLER_ORDER_ID");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        Iso8601.Write(writer, "createdTime", order.Created);
        Iso8601.Write(writer, "lastUpdatedTime", order.LastUpdated);
        if (order.Programs.Count > 0)
        {
            writer.WriteTexts("programs", order.Programs);
        }

        if (order.ReplacementOf is not null)
        {
            writer.WriteStartArray("associatedOrders");
            writer.WriteStartObject();
            writer.WriteString("orderId", order.ReplacementOf);
            writer.WriteString("associationType", "REPLACEMENT_ORIGINAL_ID");
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteStartObject("salesChannel");
        writer.WriteString("channelName", order.ChannelName);
        writer.WriteString("marketplaceId", Marketplaces.India.Id);
        writer.WriteString("marketplaceName", order.MarketplaceName);
        writer.WriteEndObject();
        WriteBuyer(writer, order.Buyer);
        if (order.Address is not null)
        {
            writer.WriteStartObject("recipient");
            WriteAddress(writer, "deliveryAddress", order.Address);
            writer.WriteEndObject();
        }

        var total = OrderTotal(order);
        WriteProceeds(writer, order, total);
        if (order.PaymentMethod is not null)
        {
            writer.WriteStartObject("payment");
            writer.WriteStartArray("paymentExecutions");
            writer.WriteStartObject();
            writer.WriteString("paymentMethod", order.PaymentMethod);
            WriteMoney(writer, "paymentAmount", total, order.Currency);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        WriteTax(writer, order);
        WriteFulfillment(writer, order);
        writer.WriteStartArray("orderItems");
        foreach (var line in order.Lines)
        {
            OrderLineJson.Write(writer, line, order.Currency);
        }

        writer.WriteEndArray();
        WritePackages(writer, order);
        if (order.FulfillmentOrderId is not null)
        {
            writer.WriteStartArray("fulfillmentOrders");
            writer.WriteStartObject();
            writer.WriteString("fulfillmentOrderId", order.FulfillmentOrderId);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    public static void WriteMoney(Utf8JsonWriter writer, string name, decimal? amount, string currency)
    {
        if (amount is not { } value)
        {
            return;
        }

        writer.WriteStartObject(name);
        Span<byte> text = stackalloc byte[40];
        value.TryFormat(text, out var written, value.Scale <= 2 ? "F2" : "0.00##", CultureInfo.InvariantCulture);
        writer.WriteString("amount", text[..written]);
        writer.WriteString("currencyCode", currency);
        writer.WriteEndObject();
    }

    private static decimal? OrderTotal(OrderDraft order)
    {
        decimal? total = null;
        foreach (var line in order.Lines)
        {
            total = LineMoney.Sum(total, line.Money.Total);
        }

        return total;
    }

    private static void WriteProceeds(Utf8JsonWriter writer, OrderDraft order, decimal? total)
    {
        if (total is null)
        {
            return;
        }

        writer.WriteStartObject("proceeds");
        WriteMoney(writer, "grandTotal", total, order.Currency);
        writer.WriteStartArray("breakdowns");
        WriteBreakdown(writer, "ITEM", Total(order, money => money.Item), order.Currency);
        WriteBreakdown(writer, "SHIPPING", Total(order, money => money.Shipping), order.Currency);
        WriteBreakdown(writer, "GIFT_WRAP", Total(order, money => money.GiftWrap), order.Currency);
        WriteBreakdown(writer, "COD_FEE", Total(order, money => money.CodFee), order.Currency);
        WriteBreakdown(writer, "DISCOUNT", Total(order, money => money.Discount), order.Currency);
        WriteBreakdown(writer, "TAX", Total(order, money => money.Tax), order.Currency);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static decimal? Total(OrderDraft order, Func<LineMoney, decimal?> amount)
    {
        decimal? total = null;
        foreach (var line in order.Lines)
        {
            total = LineMoney.Sum(total, amount(line.Money));
        }

        return total;
    }

    public static void WriteBreakdown(Utf8JsonWriter writer, string type, decimal? subtotal, string currency)
    {
        if (subtotal is null)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("type", type);
        WriteMoney(writer, "subtotal", subtotal, currency);
        writer.WriteEndObject();
    }

    private static void WriteBuyer(Utf8JsonWriter writer, OrderBuyer? buyer)
    {
        if (buyer is null)
        {
            return;
        }

        writer.WriteStartObject("buyer");
        writer.WriteTextIfAny("buyerName", buyer.Name);
        writer.WriteTextIfAny("buyerEmail", buyer.Email);
        writer.WriteTextIfAny("buyerCompanyName", buyer.CompanyName);
        writer.WriteTextIfAny("buyerPurchaseOrderNumber", buyer.PurchaseOrderNumber);
        writer.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter writer, string name, OrderAddress address)
    {
        writer.WriteStartObject(name);
        writer.WriteTextIfAny("name", address.Name);
        writer.WriteTextIfAny("companyName", address.CompanyName);
        writer.WriteTextIfAny("addressLine1", address.Line1);
        writer.WriteTextIfAny("addressLine2", address.Line2);
        writer.WriteTextIfAny("addressLine3", address.Line3);
        writer.WriteTextIfAny("city", address.City);
        writer.WriteTextIfAny("stateOrRegion", address.State);
        writer.WriteTextIfAny("postalCode", address.PostalCode);
        writer.WriteTextIfAny("countryCode", address.CountryCode);
        writer.WriteTextIfAny("phone", address.Phone);
        writer.WriteTextIfAny("addressType", address.AddressType);
        writer.WriteEndObject();
    }

    private static void WriteTax(Utf8JsonWriter writer, OrderDraft order)
    {
        if (order.Registration is null && order.InvoiceStatus is null)
        {
            return;
        }

        writer.WriteStartObject("tax");
        if (order.Registration is { } registration)
        {
            writer.WriteStartArray("taxRegistrations");
            writer.WriteStartObject();
            writer.WriteString("entityType", "BUYER");
            writer.WriteTextIfAny("legalName", registration.LegalName);
            writer.WriteString("taxRegistrationType", registration.Type);
            writer.WriteString("taxRegistrationNumber", registration.Number);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (order.InvoiceStatus is not null)
        {
            writer.WriteStartObject("taxInvoicing");
            writer.WriteString("invoiceStatus", order.InvoiceStatus);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteFulfillment(Utf8JsonWriter writer, OrderDraft order)
    {
        writer.WriteStartObject("fulfillment");
        writer.WriteString("fulfillmentStatus", order.Status);
        writer.WriteString("fulfilledBy", order.FulfilledBy);
        writer.WriteTextIfAny("fulfillmentServiceLevel", order.ServiceLevel);
        WriteWindow(writer, "shipByWindow", order.ShipFrom, order.ShipBy);
        WriteWindow(writer, "deliverByWindow", order.DeliverFrom, order.DeliverBy);
        writer.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter writer, string name, DateTimeOffset? from, DateTimeOffset? to)
    {
        if (from is null || to is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        Iso8601.Write(writer, "earliestDateTime", from.Value);
        Iso8601.Write(writer, "latestDateTime", to.Value);
        writer.WriteEndObject();
    }

    private static void WritePackages(Utf8JsonWriter writer, OrderDraft order)
    {
        if (order.Packages.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("packages");
        foreach (var package in order.Packages)
        {
            writer.WriteStartObject();
            writer.WriteString("packageReferenceId", package.ReferenceId);
            if (package.Created is { } created)
            {
                Iso8601.Write(writer, "createdTime", created);
            }

            writer.WriteStartObject("packageStatus");
            writer.WriteString("status", package.Status);
            writer.WriteTextIfAny("detailedStatus", package.DetailedStatus);
            writer.WriteEndObject();
            writer.WriteTextIfAny("carrier", package.Carrier);
            if (package.Shipped is { } shipped)
            {
                Iso8601.Write(writer, "shipTime", shipped);
            }

            writer.WriteTextIfAny("shippingService", package.Service);
            writer.WriteTextIfAny("trackingNumber", package.TrackingNumber);
            writer.WriteStartArray("packageItems");
            foreach (var (orderItemId, quantity) in package.Items)
            {
                writer.WriteStartObject();
                writer.WriteString("orderItemId", orderItemId);
                writer.WriteNumber("quantity", quantity);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

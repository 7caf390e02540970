using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>Writes one line of an order of the Orders API 2026-01-01.</summary>
internal static class OrderLineJson
{
    public static void Write(Utf8JsonWriter writer, OrderLineDraft line, string currency)
    {
        writer.WriteStartObject();
        writer.WriteString("orderItemId", line.OrderItemId);
        writer.WriteNumber("quantityOrdered", line.Quantity);
        writer.WriteStartObject("product");
        writer.WriteTextIfAny("asin", line.Asin);
        writer.WriteTextIfAny("title", line.Title);
        writer.WriteString("sellerSku", line.Sku);
        writer.WriteStartObject("condition");
        writer.WriteString("conditionType", "NEW");
        writer.WriteString("conditionSubtype", "NEW");
        writer.WriteEndObject();
        if (line.UnitPrice is not null)
        {
            writer.WriteStartObject("price");
            OrderJson.WriteMoney(writer, "unitPrice", line.UnitPrice, currency);
            if (line.BusinessPrice)
            {
                writer.WriteString("priceDesignation", "BUSINESS_PRICE");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        WriteProceeds(writer, line.Money, currency);
        if (line.Promotions.Count > 0)
        {
            writer.WriteStartObject("promotion");
            writer.WriteStartArray("breakdowns");
            foreach (var promotion in line.Promotions)
            {
                writer.WriteStartObject();
                writer.WriteString("promotionId", promotion);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        WriteCancellation(writer, line);
        WriteFulfillment(writer, line);
        writer.WriteEndObject();
    }

    private static void WriteProceeds(Utf8JsonWriter writer, LineMoney money, string currency)
    {
        if (money.Total is null)
        {
            return;
        }

        writer.WriteStartObject("proceeds");
        OrderJson.WriteMoney(writer, "proceedsTotal", money.Total, currency);
        writer.WriteStartArray("breakdowns");
        OrderJson.WriteBreakdown(writer, "ITEM", money.Item, currency);
        OrderJson.WriteBreakdown(writer, "SHIPPING", money.Shipping, currency);
        OrderJson.WriteBreakdown(writer, "GIFT_WRAP", money.GiftWrap, currency);
        OrderJson.WriteBreakdown(writer, "COD_FEE", money.CodFee, currency);
        if (money.Discount is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "DISCOUNT");
            OrderJson.WriteMoney(writer, "subtotal", money.Discount, currency);
            writer.WriteStartArray("detailedBreakdowns");
            WriteDetail(writer, "ITEM", money.DiscountOnItem, currency);
            WriteDetail(writer, "SHIPPING", money.DiscountOnShipping, currency);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        if (money.Tax is not null)
        {
            writer.WriteStartObject();
            writer.WriteString("type", "TAX");
            OrderJson.WriteMoney(writer, "subtotal", money.Tax, currency);
            writer.WriteStartArray("detailedBreakdowns");
            WriteDetail(writer, "ITEM", money.TaxOnItem, currency);
            WriteDetail(writer, "SHIPPING", money.TaxOnShipping, currency);
            WriteDetail(writer, "GIFT_WRAP", money.TaxOnGiftWrap, currency);
            WriteDetail(writer, "COD_FEE", money.TaxOnCodFee, currency);
            WriteDetail(writer, "DISCOUNT", money.TaxOnDiscount, currency);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter writer, string subtype, decimal? value, string currency)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("subtype", subtype);
        OrderJson.WriteMoney(writer, "value", value, currency);
        writer.WriteEndObject();
    }

    private static void WriteCancellation(Utf8JsonWriter writer, OrderLineDraft line)
    {
        if (line.CancelRequestReason is null && line.CancelledBy is null)
        {
            return;
        }

        writer.WriteStartObject("cancellation");
        if (line.CancelRequestReason is not null)
        {
            writer.WriteStartObject("cancellationRequest");
            writer.WriteString("requester", "BUYER");
            writer.WriteString("cancelReason", line.CancelRequestReason);
            writer.WriteEndObject();
        }

        if (line.CancelledBy is not null)
        {
            writer.WriteStartObject("cancellationExecution");
            writer.WriteString("cancelledBy", line.CancelledBy);
            writer.WriteTextIfAny("cancelReason", line.CancelReason);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteFulfillment(Utf8JsonWriter writer, OrderLineDraft line)
    {
        writer.WriteStartObject("fulfillment");
        writer.WriteNumber("quantityFulfilled", line.Fulfilled);
        writer.WriteNumber("quantityUnfulfilled", line.Unfulfilled);
        if (line.GiftMessage is not null || line.GiftWrapLevel is not null)
        {
            writer.WriteStartObject("packing");
            writer.WriteStartObject("giftOption");
            writer.WriteTextIfAny("giftMessage", line.GiftMessage);
            writer.WriteTextIfAny("giftWrapLevel", line.GiftWrapLevel);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        if (line.CashOnDelivery)
        {
            writer.WriteStartObject("shipping");
            writer.WriteStartObject("shippingConstraints");
            writer.WriteString("cashOnDelivery", "MANDATORY");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}

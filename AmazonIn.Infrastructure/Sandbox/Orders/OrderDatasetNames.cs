namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// Amazon's words for the datasets, as callers name them and as members of an order and of its lines.
/// </summary>
internal static class OrderDatasetNames
{
    private static readonly Dictionary<string, OrderDatasets> ByName = new(StringComparer.Ordinal)
    {
        ["BUYER"] = OrderDatasets.Buyer,
        ["RECIPIENT"] = OrderDatasets.Recipient,
        ["PROCEEDS"] = OrderDatasets.Proceeds,
        ["EXPENSE"] = OrderDatasets.Expense,
        ["PROMOTION"] = OrderDatasets.Promotion,
        ["CANCELLATION"] = OrderDatasets.Cancellation,
        ["FULFILLMENT"] = OrderDatasets.Fulfillment,
        ["PACKAGES"] = OrderDatasets.Packages,
        ["TAX"] = OrderDatasets.Tax,
        ["PAYMENT"] = OrderDatasets.Payment,
        ["FULFILLMENT_ORDERS"] = OrderDatasets.FulfillmentOrders,
    };

    public static readonly IReadOnlySet<string> All = ByName.Keys.ToHashSet(StringComparer.Ordinal);

    public static OrderDatasets Of(IEnumerable<string> names) =>
        names.Aggregate(OrderDatasets.None, (datasets, name) => datasets | ByName[name]);

    /// <summary>
    /// The dataset a member of the order belongs to; none for what is always there, and for the unknown.
    /// </summary>
    public static OrderDatasets OfOrderMember(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("buyer"u8) => OrderDatasets.Buyer,
        _ when name.SequenceEqual("recipient"u8) => OrderDatasets.Recipient,
        _ when name.SequenceEqual("proceeds"u8) => OrderDatasets.Proceeds,
        _ when name.SequenceEqual("payment"u8) => OrderDatasets.Payment,
        _ when name.SequenceEqual("tax"u8) => OrderDatasets.Tax,
        _ when name.SequenceEqual("fulfillment"u8) => OrderDatasets.Fulfillment,
        _ when name.SequenceEqual("packages"u8) => OrderDatasets.Packages,
        _ when name.SequenceEqual("fulfillmentOrders"u8) => OrderDatasets.FulfillmentOrders,
        _ => OrderDatasets.None,
    };

    public static OrderDatasets OfItemMember(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("proceeds"u8) => OrderDatasets.Proceeds,
        _ when name.SequenceEqual("expense"u8) => OrderDatasets.Expense,
        _ when name.SequenceEqual("promotion"u8) => OrderDatasets.Promotion,
        _ when name.SequenceEqual("cancellation"u8) => OrderDatasets.Cancellation,
        _ when name.SequenceEqual("fulfillment"u8) => OrderDatasets.Fulfillment,
        _ when name.SequenceEqual("tax"u8) => OrderDatasets.Tax,
        _ => OrderDatasets.None,
    };
}

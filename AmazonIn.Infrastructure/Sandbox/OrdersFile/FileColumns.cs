namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

/// <summary>
/// Where the columns of a file stand, by their names alone: files differ in their columns. A column that the file
/// lacks is at -1.
/// </summary>
internal sealed class FileColumns
{
    private static readonly string[] Required =
        ["amazon-order-id", "purchase-date", "order-status", "fulfillment-channel", "sku", "quantity", "item-price"];

    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">
    /// A column without which there are no orders is missing; the message names it.
    /// </exception>
    public FileColumns(string header)
    {
        var names = header.Split('\t');
        for (var i = 0; i < names.Length; i++)
        {
            // British files write "fulfilment".
            places.TryAdd(names[i].Trim().Replace("fulfilment", "fulfillment", StringComparison.OrdinalIgnoreCase), i);
        }

        if (Array.Find(Required, name => !places.ContainsKey(name)) is { } missing)
        {
            throw new ArgumentException(
                $"Sandbox:OrdersFile is no All Orders report: its first line has no column '{missing}'.");
        }

        OrderId = Find("amazon-order-id");
        MerchantOrderId = Find("merchant-order-id");
        PurchaseDate = Find("purchase-date");
        LastUpdatedDate = Find("last-updated-date");
        OrderStatus = Find("order-status");
        FulfillmentChannel = Find("fulfillment-channel");
        SalesChannel = Find("sales-channel");
        ServiceLevel = Find("ship-service-level");
        ProductName = Find("product-name");
        Sku = Find("sku");
        Asin = Find("asin");
        ItemStatus = Find("item-status");
        Quantity = Find("quantity");
        Currency = Find("currency");
        ItemPrice = Find("item-price");
        ItemTax = Find("item-tax");
        ShippingPrice = Find("shipping-price");
        ShippingTax = Find("shipping-tax");
        GiftWrapPrice = Find("gift-wrap-price");
        GiftWrapTax = Find("gift-wrap-tax");
        ItemDiscount = Find("item-promotion-discount");
        ShippingDiscount = Find("ship-promotion-discount");
        City = Find("ship-city");
        State = Find("ship-state");
        PostalCode = Find("ship-postal-code");
        Country = Find("ship-country");
        PromotionIds = Find("promotion-ids");
        IsBusinessOrder = Find("is-business-order");
        PurchaseOrderNumber = Find("purchase-order-number");
        PriceDesignation = Find("price-designation");
        FulfilledBy = Find("fulfilled-by");
    }

    public int OrderId { get; }

    public int MerchantOrderId { get; }

    public int PurchaseDate { get; }

    public int LastUpdatedDate { get; }

    public int OrderStatus { get; }

    public int FulfillmentChannel { get; }

    public int SalesChannel { get; }

    public int ServiceLevel { get; }

    public int ProductName { get; }

    public int Sku { get; }

    public int Asin { get; }

    public int ItemStatus { get; }

    public int Quantity { get; }

    public int Currency { get; }

    public int ItemPrice { get; }

    public int ItemTax { get; }

    public int ShippingPrice { get; }

    public int ShippingTax { get; }

    public int GiftWrapPrice { get; }

    public int GiftWrapTax { get; }

    public int ItemDiscount { get; }

    public int ShippingDiscount { get; }

    public int City { get; }

    public int State { get; }

    public int PostalCode { get; }

    public int Country { get; }

    public int PromotionIds { get; }

    public int IsBusinessOrder { get; }

    public int PurchaseOrderNumber { get; }

    public int PriceDesignation { get; }

    public int FulfilledBy { get; }

    private int Find(string name) => places.GetValueOrDefault(name, -1);
}

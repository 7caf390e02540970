namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>The datasets of the Orders API: what a caller does not ask for is absent from the answer.</summary>
[Flags]
internal enum OrderDatasets
{
    None = 0,
    Buyer = 1,
    Recipient = 1 << 1,
    Proceeds = 1 << 2,
    Expense = 1 << 3,
    Promotion = 1 << 4,
    Cancellation = 1 << 5,
    Fulfillment = 1 << 6,
    Packages = 1 << 7,
    Tax = 1 << 8,
    Payment = 1 << 9,
    FulfillmentOrders = 1 << 10,
    All = (1 << 11) - 1,
}

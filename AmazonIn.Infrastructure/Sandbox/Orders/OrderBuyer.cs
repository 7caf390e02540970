namespace AmazonIn.Infrastructure.Sandbox.Orders;

internal sealed record OrderBuyer(string? Name, string? Email, string? CompanyName, string? PurchaseOrderNumber);

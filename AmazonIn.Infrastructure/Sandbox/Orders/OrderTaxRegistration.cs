namespace AmazonIn.Infrastructure.Sandbox.Orders;

internal sealed record OrderTaxRegistration(string Number, string? LegalName, string Type);

namespace AmazonIn.Domain.UseCases.Shipping;

/// <param name="Name">What people pick.</param>
/// <param name="AmazonCode">Case-sensitive; one of Amazon's list, or another that Seller Central shows.</param>
public sealed record CarrierRequest(string Name, string AmazonCode);

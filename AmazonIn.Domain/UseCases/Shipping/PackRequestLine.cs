namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>Units of an order line that go into a package.</summary>
public sealed record PackRequestLine(long LineId, int Quantity);

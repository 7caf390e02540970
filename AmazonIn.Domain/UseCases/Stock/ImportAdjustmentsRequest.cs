namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>A file of adjustments.</summary>
/// <param name="Text">With a heading: sku, warehouse, quantity or delta, reason.</param>
/// <param name="Reason">For the lines that bring none; null where each must bring its own.</param>
public sealed record ImportAdjustmentsRequest(string Text, string? Reason);

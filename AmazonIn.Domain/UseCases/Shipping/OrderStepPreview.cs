namespace AmazonIn.Domain.UseCases.Shipping;

/// <summary>What a step will do, each in a sentence or two.</summary>
/// <param name="AsksWhetherOutside">Amazon waits for a shipment: the step is only taken for an order that was shipped
/// outside this portal.</param>
public sealed record OrderStepPreview(string Stock, string Status, string Amazon, bool AsksWhetherOutside);

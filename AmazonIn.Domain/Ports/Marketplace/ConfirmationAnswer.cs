namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>What the marketplace said to a confirmation.</summary>
/// <param name="RequestId">The marketplace's id of the call, for its support.</param>
/// <param name="Refusal">Its reason, in words; null where it took the package.</param>
public sealed record ConfirmationAnswer(string? RequestId, string? Refusal = null);

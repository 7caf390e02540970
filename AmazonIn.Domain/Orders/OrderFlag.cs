namespace AmazonIn.Domain.Orders;

/// <summary>Something about an order that a person should know, in words. Flags never stop an import.</summary>
/// <param name="Code">Stable, for programs and filters.</param>
/// <param name="Message">What was found and what was done about it. Carries no personal data.</param>
/// <param name="NeedsDecision">True where somebody must look; false for a note, such as a spelling that was read.</param>
public sealed record OrderFlag(string Code, string Message, bool NeedsDecision = true);

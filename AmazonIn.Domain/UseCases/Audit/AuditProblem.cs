namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Something in the trail that is not as it was written.</summary>
/// <param name="Sequence">The record where it shows; null where it is not about one.</param>
/// <param name="Words">What it is, for an auditor.</param>
public sealed record AuditProblem(long? Sequence, string Words);

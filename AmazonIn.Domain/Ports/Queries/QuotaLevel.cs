namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Calls left in one of Amazon's quotas.</summary>
public sealed record QuotaLevel(string Operation, double Left, int Burst);

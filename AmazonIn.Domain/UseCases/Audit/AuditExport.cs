using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.UseCases.Audit;

/// <summary>Records on their way out, read as they are asked for.</summary>
/// <param name="Records">Newest first.</param>
public sealed record AuditExport(IAsyncEnumerable<AuditRecord> Records);

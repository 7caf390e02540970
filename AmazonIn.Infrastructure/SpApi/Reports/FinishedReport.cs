namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>A report that Amazon has finished.</summary>
/// <param name="DocumentId">Null where there was nothing to report.</param>
/// <param name="CreatedAt">When Amazon took the order for it.</param>
internal sealed record FinishedReport(string? DocumentId, DateTimeOffset? CreatedAt);

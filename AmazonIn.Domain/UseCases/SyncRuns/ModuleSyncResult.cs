using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.SyncRuns;

/// <summary>How a module's read ended.</summary>
/// <param name="ReadUpTo">Everything up to here was read; the watermark may move there. Null for a resync.</param>
/// <param name="Refusal">Why it could not even begin.</param>
public sealed record ModuleSyncResult(DateTimeOffset? ReadUpTo, Error? Refusal = null);

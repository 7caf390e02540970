namespace AmazonIn.Domain.Audit;

/// <summary>
/// The head of the trail at some moment, kept outside the database: what ends before it has lost its tail.
/// </summary>
/// <param name="WrittenAt">When the anchor was written.</param>
/// <param name="RecordAt">When the record itself was written.</param>
public sealed record AuditAnchor(DateTimeOffset WrittenAt, long Sequence, string Hash, DateTimeOffset RecordAt);

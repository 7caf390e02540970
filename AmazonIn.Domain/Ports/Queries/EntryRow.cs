using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>One record of a run.</summary>
/// <param name="SubjectId">Our item, item group or sales order of the key, for a link; null where there is none.</param>
public sealed record EntryRow(
    long Id,
    EntryKind Kind,
    string Key,
    EntryOutcome Outcome,
    EntryChange? Change,
    string? ReasonCode,
    string? Reason,
    long? SubjectId);

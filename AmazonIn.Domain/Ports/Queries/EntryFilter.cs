using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which records of a run are wanted; null means any.</summary>
public sealed record EntryFilter(
    EntryOutcome? Outcome = null,
    EntryChange? Change = null,
    string? ReasonCode = null,
    string? KeyContains = null);

using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A run with its records counted by what became of them.</summary>
public sealed record RunDetails(
    RunSummary Run,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyDictionary<EntryChange, int> Changes);

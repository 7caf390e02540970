using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>What became of one item, item group or order in a run.</summary>
/// <param name="Key">The seller SKU or the Amazon order id.</param>
internal sealed record EntryJson(
    EntryKind Kind,
    string Key,
    EntryOutcome Outcome,
    EntryChange? Change,
    string? ReasonCode,
    string? Reason)
{
    public static EntryJson Of(EntryRow entry) =>
        new(entry.Kind, entry.Key, entry.Outcome, entry.Change, entry.ReasonCode, entry.Reason);
}

using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Audit;

/// <summary>The filters of the audit trail: their names in the address, and what they ask of the port.</summary>
internal static class AuditFilters
{
    public const string ActorKey = "actor";
    public const string ActionKey = "action";
    public const string OutcomeKey = "outcome";
    public const string SubjectKey = "subject";

    /// <summary>First day.</summary>
    public const string FromKey = "from";

    /// <summary>Last day, which counts.</summary>
    public const string ToKey = "to";

    public static AuditFilter From(ListQuery query, TimeZoneInfo zone) => new(
        DayInAddress.Begin(query.Text(FromKey), zone),
        DayInAddress.End(query.Text(ToKey), zone),
        query.Text(ActorKey),
        query.Text(ActionKey),
        query.Choice<AuditOutcome>(OutcomeKey),
        query.Text(SubjectKey),
        query.Search.Length > 0 ? query.Search : null);

    public static IReadOnlyList<FilterDefinition> Definitions(IEnumerable<AuditActor> actors) =>
    [
        new(ActionKey, "Action", [.. AuditAction.All.Select(action => new FilterChoice(action, AuditWords.Of(action)))]),
        new(ActorKey, "Who", [.. actors.Select(actor => new FilterChoice(actor.Id, $"{actor.Name} ({actor.Id})"))]),
        FilterDefinition.Of<AuditOutcome>(OutcomeKey, "Outcome", AuditWords.Of),
        new(SubjectKey, "Subject", []),
        new(FromKey, "From", []) { Words = DayInAddress.InWords },
        new(ToKey, "Until", []) { Words = DayInAddress.InWords },
    ];
}

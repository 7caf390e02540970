using System.Globalization;
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

    /// <summary>First day, as <c>2026-11-23</c> in the organisation's zone.</summary>
    public const string FromKey = "from";

    /// <summary>Last day, which counts.</summary>
    public const string ToKey = "to";

    public static AuditFilter From(ListQuery query, TimeZoneInfo zone) => new(
        Day(query.Text(FromKey)) is { } from ? StartOf(from, zone) : null,
        Day(query.Text(ToKey)) is { } to ? StartOf(to.AddDays(1), zone) : null,
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
        new(FromKey, "From", []) { Words = DayInWords },
        new(ToKey, "Until", []) { Words = DayInWords },
    ];

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day < DateOnly.MaxValue
            ? day
            : null;

    private static string DayInWords(string text) =>
        Day(text)?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? text;

    // Midnight that a change to summer time skips is taken as the first moment after it.
    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}

using AmazonIn.Domain.Access;

namespace AmazonIn.Domain.Audit;

/// <summary>
/// What is to be recorded, before it has a place in the chain. Texts that people chose are cleaned by
/// <see cref="AuditText"/> when the record is made; nevertheless whoever writes an entry puts no personal data of a buyer
/// into it (security.md C-25): a hash chain can never forget.
/// </summary>
/// <param name="Action">One of <see cref="AuditAction"/>.</param>
/// <param name="Subject">What it was done to, for programs: <c>order:12</c>, <c>user:3</c>, <c>channel:1</c>.</param>
/// <param name="SubjectText">The same for people: <c>Order SO-00012</c>. Never a buyer's name.</param>
public sealed record AuditEntry(Actor Actor, string Action, AuditOutcome Outcome, string Subject, string SubjectText)
{
    /// <summary>Why, in the actor's own words; null where none were asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Facts for an auditor by name: counts, roles, names of fields. Values of fields only where none can be personal.
    /// </summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The entry with one more detail.</summary>
    public AuditEntry With(string name, string value) =>
        this with { Details = new Dictionary<string, string>(Details, StringComparer.Ordinal) { [name] = value } };
}

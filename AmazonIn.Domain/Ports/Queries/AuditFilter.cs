using AmazonIn.Domain.Audit;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Narrows the audit trail; null leaves a part open.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Actor">Exact id, <c>user:3</c>.</param>
/// <param name="Action">One of <see cref="AuditAction"/>.</param>
/// <param name="Subject">Exact, <c>order:12</c>.</param>
/// <param name="Search">Any part of actor, subject, reason or details.</param>
public sealed record AuditFilter(
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    string? Actor = null,
    string? Action = null,
    AuditOutcome? Outcome = null,
    string? Subject = null,
    string? Search = null)
{
    /// <summary>Exact, an address.</summary>
    public string? Origin { get; init; }
}

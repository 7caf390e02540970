using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A line of an endpoint's delivery log. Status, duration and outcome are those of the last attempt.</summary>
public sealed record DeliveryRow(
    long Id,
    string MessageId,
    string Type,
    long SubjectId,
    DateTimeOffset OccurredAt,
    DeliveryState State,
    int Attempts,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? LastAttemptAt,
    WebhookOutcome? Outcome,
    int? Status,
    TimeSpan? Duration);

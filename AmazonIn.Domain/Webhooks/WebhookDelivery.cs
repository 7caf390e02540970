namespace AmazonIn.Domain.Webhooks;

/// <summary>
/// One event on its way to one endpoint. The row is the outbox: it is written with the change that it tells of, and
/// stays as the log's line.
/// </summary>
public sealed class WebhookDelivery
{
    public const int MessageIdMaxLength = 40;

    private WebhookDelivery()
    {
    }

    public WebhookDelivery(long endpointId, WebhookEvent happened, DateTimeOffset at)
    {
        EndpointId = endpointId;
        MessageId = $"msg_{Guid.NewGuid():N}";
        Type = happened.Type;
        SubjectKind = WebhookEventType.ObjectOf(happened.Type);
        SubjectId = happened.SubjectId;
        OccurredAt = at;
        NextAttemptAt = at;
    }

    public long Id { get; private set; }

    public long EndpointId { get; private set; }

    /// <summary>Sent as <c>webhook-id</c>, the same with every attempt, so that a receiver can tell a repetition.</summary>
    public string MessageId { get; private set; } = string.Empty;

    /// <summary>One of <see cref="WebhookEventType"/>.</summary>
    public string Type { get; private set; } = string.Empty;

    /// <summary>What <see cref="SubjectId"/> is the id of. Events of one object go out in their order (F-45).</summary>
    public string SubjectKind { get; private set; } = string.Empty;

    /// <inheritdoc cref="WebhookEvent.SubjectId"/>
    public long SubjectId { get; private set; }

    public DateTimeOffset OccurredAt { get; private set; }

    public DeliveryState State { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Null once it does not wait any more.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    /// <summary>Of the last attempt, as are status and duration.</summary>
    public WebhookOutcome? Outcome { get; private set; }

    public int? Status { get; private set; }

    /// <summary>In milliseconds.</summary>
    public int? Duration { get; private set; }

    /// <param name="jitter">From 0 to 1, at random.</param>
    public void Take(WebhookAnswer answer, double jitter, DateTimeOffset now)
    {
        Attempts++;
        LastAttemptAt = now;
        Outcome = answer.Outcome;
        Status = answer.Status;
        Duration = (int)answer.Duration.TotalMilliseconds;
        NextAttemptAt = answer.Outcome is WebhookOutcome.Accepted or WebhookOutcome.Gone
            ? null
            : WebhookRetryPolicy.NextAfter(Attempts, answer.RetryAfter, jitter, now);
        State = answer.Outcome == WebhookOutcome.Accepted ? DeliveryState.Delivered
            : NextAttemptAt is null ? DeliveryState.Failed
            : DeliveryState.Waiting;
    }

    /// <summary>Begins anew under the same id; what the log knew of the last attempt stays until the next one.</summary>
    public void SendAgain(DateTimeOffset now) => (State, Attempts, NextAttemptAt) = (DeliveryState.Waiting, 0, now);
}

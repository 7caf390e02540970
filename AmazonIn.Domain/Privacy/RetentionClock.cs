namespace AmazonIn.Domain.Privacy;

/// <summary>
/// When an order's personal data must be gone: a number of days after fulfilment, or after voiding (X2, X3). Amazon
/// counts from delivery, for which it sends no reliable date; fulfilment is never later.
/// </summary>
public static class RetentionClock
{
    /// <summary>From this many on, somebody is told of each time that an order's expiry began again (security.md C-12).</summary>
    public const int RestartsTold = 3;

    /// <summary>The instant of expiry, or null while the order is open.</summary>
    public static DateTimeOffset? ExpiresAt(DateTimeOffset? fulfilledAt, DateTimeOffset? voidedAt, int retentionDays) =>
        (voidedAt ?? fulfilledAt)?.AddDays(retentionDays);
}

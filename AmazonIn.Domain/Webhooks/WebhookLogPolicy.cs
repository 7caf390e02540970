namespace AmazonIn.Domain.Webhooks;

/// <summary>How long the delivery log is kept; what still waits is kept in any case.</summary>
public static class WebhookLogPolicy
{
    public const int DaysKept = 30;

    public static DateTimeOffset EndedBefore(DateTimeOffset now) => now.AddDays(-DaysKept);
}

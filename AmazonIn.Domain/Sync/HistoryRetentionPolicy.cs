namespace AmazonIn.Domain.Sync;

/// <summary>How long ended runs stay in the history (Y3): a calendar month, or two where something failed.</summary>
public static class HistoryRetentionPolicy
{
    /// <summary>Succeeded and cancelled runs that ended before this are deleted.</summary>
    public static DateTimeOffset SuccessfulBefore(DateTimeOffset now) => now.AddMonths(-1);

    /// <summary>Failed runs, that is those with one failure or more, that ended before this are deleted.</summary>
    public static DateTimeOffset FailedBefore(DateTimeOffset now) => now.AddMonths(-2);
}

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>Amazon's words for the states of reports and feeds.</summary>
internal static class ProcessingStatus
{
    public const string InQueue = "IN_QUEUE";
    public const string InProgress = "IN_PROGRESS";
    public const string Done = "DONE";
    public const string Cancelled = "CANCELLED";
    public const string Fatal = "FATAL";

    public static readonly IReadOnlySet<string> All =
        new HashSet<string>(StringComparer.Ordinal) { InQueue, InProgress, Done, Cancelled, Fatal };
}

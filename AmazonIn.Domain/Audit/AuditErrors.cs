using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Audit;

/// <summary>Why a reason is refused.</summary>
public static class AuditErrors
{
    public static Error ReasonMissing { get; } = new("audit.reason", "Enter the reason.");

    public static Error ReasonTooLong { get; } = new(
        "audit.reason", $"Give the reason in at most {AuditText.ReasonMaxLength} characters.");

    public static Error ReasonPersonal { get; } = new(
        "audit.reason-personal",
        "The reason seems to hold a telephone number or an e-mail address. The audit trail keeps it for thirteen months, "
        + "so write it without naming anybody.");
}

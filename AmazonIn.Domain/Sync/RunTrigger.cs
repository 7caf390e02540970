namespace AmazonIn.Domain.Sync;

/// <summary>Why a run was asked for.</summary>
public enum RunTrigger
{
    Initial,
    Scheduled,
    Manual,
    Resync,
    Reactivation,
}

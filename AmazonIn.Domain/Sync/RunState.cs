namespace AmazonIn.Domain.Sync;

/// <summary>Where a run is. Requested, running and interrupted ones are active; the others have ended.</summary>
public enum RunState
{
    /// <summary>Waiting for its turn.</summary>
    Requested,

    Running,

    /// <summary>Read to its end, and everything in it was synced.</summary>
    Succeeded,

    /// <summary>At least one item or order was not synced, or the run could not be read to its end.</summary>
    Failed,

    /// <summary>Stopped by a person; what was committed stays.</summary>
    Cancelled,

    /// <summary>The portal stopped in mid-run; it goes on from its checkpoint at the next chance.</summary>
    Interrupted,
}

namespace AmazonIn.Portal.Scheduling;

/// <summary>When the dispatcher last ticked without a fault, for the readiness check.</summary>
internal sealed class DispatcherPulse(TimeProvider time)
{
    /// <summary>It ticks every second; half a minute of silence means that nothing is synced.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);

    private long lastBeat = time.GetTimestamp();

    public void Beat() => Interlocked.Exchange(ref lastBeat, time.GetTimestamp());

    public bool IsAlive => time.GetElapsedTime(Interlocked.Read(ref lastBeat)) < Silence;
}

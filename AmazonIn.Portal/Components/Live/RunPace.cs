namespace AmazonIn.Portal.Components.Live;

/// <summary>
/// How fast a run goes, from what was really seen of it in the last minute. Says nothing until it has seen enough: an
/// estimate that is made up is worse than none.
/// </summary>
internal sealed class RunPace
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(5);

    private readonly Queue<(DateTimeOffset At, int Done)> samples = new();

    public void Observe(int done, DateTimeOffset at)
    {
        samples.Enqueue((at, done));
        while (samples.Count > 2 && at - samples.Peek().At > Window)
        {
            samples.Dequeue();
        }
    }

    /// <summary>Records a minute, or null while that is not known.</summary>
    public double? PerMinute
    {
        get
        {
            if (samples.Count < 2)
            {
                return null;
            }

            var first = samples.Peek();
            var last = samples.Last();
            var length = last.At - first.At;
            return length < Enough || last.Done <= first.Done ? null : (last.Done - first.Done) / length.TotalMinutes;
        }
    }
}

namespace AmazonIn.Portal.Components.Shared;

/// <summary>
/// One slow tick for all relative times of a circuit, so that "12 min ago" grows without a timer for each. The timer
/// runs only while something listens.
/// </summary>
internal sealed class DisplayClock(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private Action? ticked;
    private ITimer? timer;

    public event Action Ticked
    {
        add
        {
            lock (gate)
            {
                ticked += value;
                timer ??= time.CreateTimer(_ => ticked?.Invoke(), null, Period, Period);
            }
        }

        remove
        {
            lock (gate)
            {
                ticked -= value;
                if (ticked is null)
                {
                    timer?.Dispose();
                    timer = null;
                }
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            ticked = null;
        }
    }
}

namespace AmazonIn.Infrastructure.Sandbox.Control;

/// <summary>
/// What was pushed, in the order it came; feeds are unrolled into their messages when they are created.
/// </summary>
internal sealed class ReceivedLog
{
    private readonly Lock gate = new();
    private readonly List<ReceivedPush> pushes = [];

    public void Add(ReceivedPush push)
    {
        lock (gate)
        {
            pushes.Add(push);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            pushes.Clear();
        }
    }

    public IReadOnlyList<ReceivedPush> All()
    {
        lock (gate)
        {
            return [.. pushes];
        }
    }
}

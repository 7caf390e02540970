namespace AmazonIn.Portal.Components.Shared;

/// <summary>Of several tries only the latest counts: each new one cancels the one before, disposal the last.</summary>
internal sealed class Latest : IDisposable
{
    private CancellationTokenSource? current;
    private bool disposed;

    /// <summary>Cancels the try before and gives the new one's token.</summary>
    public CancellationToken Next()
    {
        Stop();
        if (disposed)
        {
            return new CancellationToken(canceled: true);
        }

        current = new CancellationTokenSource();
        return current.Token;
    }

    /// <summary>Cancels without starting anew.</summary>
    public void Stop()
    {
        current?.Cancel();
        current?.Dispose();
        current = null;
    }

    public void Dispose()
    {
        Stop();
        disposed = true;
    }
}

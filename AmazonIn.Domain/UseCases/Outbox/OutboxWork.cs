namespace AmazonIn.Domain.UseCases.Outbox;

/// <summary>One kind of change of one channel: whether it is being sent, and when it may be tried next.</summary>
internal sealed class OutboxWork(string kind, long channelId) : IDisposable
{
    private CancellationTokenSource? _cancellation;
    private volatile bool _askedAgain;

    public string Kind => kind;

    public long ChannelId => channelId;

    public string LeaseName { get; } = $"{kind}:{channelId}";

    public Task Task { get; private set; } = Task.CompletedTask;

    /// <summary>Until when the lease is ours; the default where it is not.</summary>
    public DateTimeOffset HeldUntil { get; set; }

    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Faults in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Something may have come in while it was sending.</summary>
    public bool AskedAgain
    {
        set => _askedAgain = value;
    }

    public bool TakeAskedAgain()
    {
        var asked = _askedAgain;
        _askedAgain = false;
        return asked;
    }

    public void Start(Func<CancellationToken, Task> send, CancellationToken stopping)
    {
        _cancellation?.Dispose();
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var token = _cancellation.Token;
        _askedAgain = false;
        Task = System.Threading.Tasks.Task.Run(() => send(token), CancellationToken.None);
    }

    public Task CancelAsync() =>
        _cancellation is null || Task.IsCompleted ? System.Threading.Tasks.Task.CompletedTask : _cancellation.CancelAsync();

    public void Dispose() => _cancellation?.Dispose();
}

namespace AmazonIn.Domain.Sync;

/// <summary>
/// A record that could not be synced and is fetched again by itself with the next runs, because the watermark has
/// moved past it. After <see cref="MaxAttempts"/> it is parked: a person sees it and can resync it.
/// </summary>
public sealed class SyncRetry
{
    public const int MaxAttempts = 5;

    private SyncRetry(string key) => Key = key;

    public SyncRetry(long channelId, SyncModule module, string key)
        : this(key)
    {
        ChannelId = channelId;
        Module = module;
    }

    public long Id { get; private set; }

    public long ChannelId { get; private set; }

    public SyncModule Module { get; private set; }

    public string Key { get; private set; }

    public int Attempts { get; private set; } = 1;

    public bool Parked => Attempts >= MaxAttempts;

    public void FailedAgain() => Attempts++;
}

namespace AmazonIn.Domain.Sync;

/// <summary>How far a channel's module has been read, and when it is due again.</summary>
public sealed class SyncCursor
{
    private SyncCursor()
    {
    }

    public SyncCursor(long channelId, SyncModule module)
    {
        ChannelId = channelId;
        Module = module;
    }

    public long Id { get; private set; }

    public long ChannelId { get; private set; }

    public SyncModule Module { get; private set; }

    /// <summary>Everything that Amazon changed up to here has been read. Moves only with a window read whole.</summary>
    public DateTimeOffset? Watermark { get; private set; }

    public DateTimeOffset? LastEndedAt { get; private set; }

    public DateTimeOffset? LastSucceededAt { get; private set; }

    /// <summary>When the schedule asks for the next run; null before the first one, which is due at once.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    /// <summary>Moves forward only: a shorter or older window never takes back what was read.</summary>
    public void Advance(DateTimeOffset watermark)
    {
        if (Watermark is null || watermark > Watermark)
        {
            Watermark = watermark;
        }
    }

    public void RunEnded(DateTimeOffset now, bool readWhole)
    {
        LastEndedAt = now;
        if (readWhole)
        {
            LastSucceededAt = now;
        }
    }

    /// <summary>Ticks missed while the portal was down collapse into one: the next is counted from now.</summary>
    public void Schedule(DateTimeOffset next) => NextDueAt = next;
}

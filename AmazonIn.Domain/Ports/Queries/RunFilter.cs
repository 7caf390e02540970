using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which runs are wanted; null means any.</summary>
public sealed record RunFilter(
    long? ChannelId = null,
    SyncModule? Module = null,
    RunState? State = null,
    bool ActiveOnly = false,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null);

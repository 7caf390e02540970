namespace AmazonIn.Portal.Endpoints.Wire;

/// <param name="Module">Items or Orders.</param>
/// <param name="ChannelId">The channel whose run comes first in the answer; every active channel is synced.</param>
internal sealed record SyncRunBody(string? Module, long? ChannelId);

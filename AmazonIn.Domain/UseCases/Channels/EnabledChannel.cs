using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>A channel that was woken.</summary>
/// <param name="Runs">Runs asked for, orders first; none where Amazon still refuses us.</param>
public sealed record EnabledChannel(SalesChannel Channel, IReadOnlyList<SyncRun> Runs);

using AmazonIn.Domain.Channels;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>A channel that was put to rest.</summary>
/// <param name="RunsCancelled">Runs that waited, or that were asked to stop.</param>
public sealed record DisabledChannel(SalesChannel Channel, int RunsCancelled);

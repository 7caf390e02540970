namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>Counts what was read from the network, below the unpacking.</summary>
internal sealed class CountingStream(Stream inner) : WatchedStream(inner);

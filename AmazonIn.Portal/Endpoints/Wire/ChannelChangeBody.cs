namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>What to change of a channel; what is left out stays.</summary>
internal sealed record ChannelChangeBody(string? Name);

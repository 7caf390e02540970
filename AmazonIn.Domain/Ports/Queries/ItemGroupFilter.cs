namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which item groups are wanted; null means any.</summary>
public sealed record ItemGroupFilter(string? Search = null, long? ChannelId = null);

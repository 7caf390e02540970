namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A package that Amazon has still to collect.</summary>
public sealed record AwaitedPickup(long PackageId, long ChannelId);

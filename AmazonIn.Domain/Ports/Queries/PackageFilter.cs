namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which packages are wanted; null means any.</summary>
/// <param name="Search">A number (<c>PKG-00012</c>, <c>SO-00012</c>), an Amazon order id or its beginning, or part of a
/// tracking number.</param>
public sealed record PackageFilter(
    string? Search = null, long? ChannelId = null, PackageStage? Stage = null, long? SalesOrderId = null);

using AmazonIn.Domain.Customers;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>Which customers are wanted; null means any.</summary>
public sealed record CustomerFilter(
    long? ChannelId = null,
    GstTreatment? GstTreatment = null,
    string? PlaceOfSupply = null);

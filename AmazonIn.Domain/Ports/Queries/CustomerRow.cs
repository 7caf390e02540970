using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A customer. The name is the placeholder; nothing personal is here.</summary>
public sealed record CustomerRow(
    long Id,
    string Name,
    long? ChannelId,
    string? ChannelName,
    GstTreatment GstTreatment,
    GstState? PlaceOfSupply,
    int Orders,
    DateTimeOffset FirstOrderAt,
    DateTimeOffset LastOrderAt);

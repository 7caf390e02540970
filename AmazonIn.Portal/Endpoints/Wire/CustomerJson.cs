using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A customer, under the placeholder name. Nothing personal is here.</summary>
internal sealed record CustomerJson(
    long Id,
    string Name,
    long? ChannelId,
    GstTreatment GstTreatment,
    PlaceJson? PlaceOfSupply,
    int Orders,
    DateTimeOffset FirstOrderAt,
    DateTimeOffset LastOrderAt)
{
    public static CustomerJson Of(CustomerRow customer) => new(
        customer.Id,
        customer.Name,
        customer.ChannelId,
        customer.GstTreatment,
        PlaceJson.Of(customer.PlaceOfSupply),
        customer.Orders,
        customer.FirstOrderAt,
        customer.LastOrderAt);
}

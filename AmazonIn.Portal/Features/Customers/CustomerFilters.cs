using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Features.Items;

namespace AmazonIn.Portal.Features.Customers;

/// <summary>What the customer list's address asks of the port.</summary>
internal static class CustomerFilters
{
    public static CustomerFilter From(ListQuery query) => new(
        query.Id(ItemFilters.ChannelKey),
        query.Choice<GstTreatment>(GstWords.TreatmentKey),
        query.Text(GstWords.PlaceKey));
}

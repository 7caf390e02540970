using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Features.Customers;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Customers with a row each; their name is the placeholder.</summary>
internal static class CustomerColumns
{
    public static IReadOnlyList<ExportColumn<CustomerRow>> Of(TimeZoneInfo zone) =>
    [
        new("Customer no.", row => TableCell.Of(row.Id)),
        new("Name", row => TableCell.Of(row.Name), 24),
        new("Channel", row => TableCell.Of(row.ChannelName)),
        new("GST treatment", row => TableCell.Of(GstWords.Of(row.GstTreatment)), 20),
        new("Place of supply", row => TableCell.Of(GstWords.Place(row.PlaceOfSupply, row.GstTreatment)), 22),
        new("Orders", row => TableCell.Of(row.Orders), 10),
        new("First order", row => TableCell.At(row.FirstOrderAt, zone), 18),
        new("Last order", row => TableCell.At(row.LastOrderAt, zone), 18),
    ];
}

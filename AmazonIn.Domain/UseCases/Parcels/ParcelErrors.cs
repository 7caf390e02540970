using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Parcels;

/// <summary>Why slips and labels are refused.</summary>
internal static class ParcelErrors
{
    public static Error Nothing { get; } = new("parcel.nothing", "No package is selected. Select some in the list, then print.");

    public static Error TooMany { get; } = new(
        "parcel.too-many", $"At most {PrintSlips.Most} can be printed at once. Select fewer, then print again.");

    public static Error NotShipped(string package) => new(
        "parcel.not-shipped",
        $"{package} has no shipment yet, so there is no carrier and no tracking number to print. Ship it first, then print the label.",
        ErrorKind.Conflict);

    public static Error NoRecipient(string package, string why) =>
        new("parcel.no-recipient", $"{package} gets no label. {why}", ErrorKind.Conflict);
}

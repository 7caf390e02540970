using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Carriers;

/// <summary>Why a parcel is not handed over.</summary>
internal static class CarrierErrors
{
    public static Error NoRecipient => new(
        "carrier.no-recipient",
        "This carrier needs the recipient's address, which Amazon sent without. Use the carrier's own site with what Seller "
        + "Central shows.",
        ErrorKind.Conflict);
}

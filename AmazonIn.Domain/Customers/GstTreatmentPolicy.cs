using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Customers;

/// <summary>Reads the GST treatment from the place of supply (U2).</summary>
public static class GstTreatmentPolicy
{
    public static GstTreatment Of(PlaceOfSupply place, Gstin? gstin) =>
        place.Abroad ? GstTreatment.Overseas
        : gstin is null ? GstTreatment.Consumer
        : GstTreatment.RegisteredBusiness;
}

using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>Why an order has its place of supply, GST treatment and tax components, in words.</summary>
internal static class PlaceReasons
{
    public static string OfPlace(SalesOrderDetails details) => details.Order.AmazonOrderId is null
        ? "Chosen with the order."
        : details.PlaceByHand
        ? "Chosen by hand; a sync does not change it."
        : details.Order switch
        {
            { PlaceOfSupply: not null } => "It follows the state of the delivery address (IGST Act s. 10).",
            { GstTreatment: GstTreatment.Overseas } => "The delivery address is outside India.",
            _ => "The delivery address does not say which state the goods go to.",
        };

    public static string OfTreatment(SalesOrderDetails details) => details.Order.GstTreatment switch
    {
        GstTreatment.Consumer when details.Order.AmazonOrderId is null => "Delivered in India, and no GSTIN is known.",
        GstTreatment.Consumer => "Delivered in India, and Amazon sent no valid GSTIN of the buyer.",
        GstTreatment.RegisteredBusiness => "Delivered in India, and the buyer's GSTIN is valid.",
        GstTreatment.Overseas => "Delivered outside India.",
    };

    /// <summary>By the components that stand on the lines, since the home state may have changed after the import.</summary>
    public static string OfTax(SalesOrderDetails details)
    {
        var taxes = details.Lines.SelectMany(line => line.Taxes).ToList();
        var reason = taxes.Exists(tax => tax.Component == TaxComponent.Utgst)
            ? "Within one union territory the tax is halved into CGST and UTGST, an odd paisa going to CGST. "
                + "UTGST takes the place of SGST in union territories without a legislature (CGST Act s. 2(114))."
            : taxes.Exists(tax => tax.Component == TaxComponent.Sgst)
            ? "Within one state the tax is halved into CGST and SGST, an odd paisa going to CGST."
            : taxes.Exists(tax => tax.Component == TaxComponent.Igst)
            ? details.Order.GstTreatment == GstTreatment.Overseas
                ? "A supply to outside India counts as one between states, so the whole tax is IGST (IGST Act s. 7)."
                : "The goods go to another state than your home state, so the whole tax is IGST."
            : details.Lines.Any(line => line.Tax is not null)
            ? "The tax is not split into components while the place of supply is not known."
            : details.Order.AmazonOrderId is null ? "No line has a tax." : "Amazon sent no tax.";
        return details.Order.AmazonOrderId is not null && taxes.Count > 0 && taxes.TrueForAll(tax => tax.Rate == 0m)
            ? reason + " Amazon sends an amount without a rate, so it is tied to the zero-percent rate."
            : reason;
    }
}

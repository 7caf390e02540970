using System.Globalization;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>What the components of GST are called on the screen.</summary>
internal static class TaxWords
{
    public static string Of(TaxComponent component) => component switch
    {
        TaxComponent.Igst => "IGST",
        TaxComponent.Cgst => "CGST",
        TaxComponent.Sgst => "SGST",
        TaxComponent.Utgst => "UTGST",
    };

    public static string Explain(TaxComponent component) => component switch
    {
        TaxComponent.Igst => "Integrated tax: from one state to another, and abroad.",
        TaxComponent.Cgst => "Central tax: one half of the tax within a state.",
        TaxComponent.Sgst => "State tax: the other half.",
        TaxComponent.Utgst => "Union territory tax: the other half where the home has no legislature.",
    };

    /// <summary><c>18 %</c>, <c>0.125 %</c>.</summary>
    public static string Percent(decimal rate) => rate.ToString("0.###", CultureInfo.InvariantCulture) + "\u00A0%";
}

using System.Globalization;

namespace AmazonIn.Domain.Tax;

/// <summary>An amount of one GST component at a rate in percent. Amazon sends amounts without rates, hence 0.</summary>
public sealed record TaxAmount(TaxComponent Component, decimal Rate, decimal Amount)
{
    /// <summary>The name of component and rate on the screen and in the API: <c>IGST0</c>, <c>CGST9</c>.</summary>
    public string Name => NameOf(Component, Rate);

    public static string NameOf(TaxComponent component, decimal rate) =>
        component.ToString().ToUpperInvariant() + rate.ToString("0.###", CultureInfo.InvariantCulture);
}

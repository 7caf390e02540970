using AmazonIn.Domain.Tax;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A tax amount on a line.</summary>
/// <param name="Component">Component and rate, such as <c>IGST0</c>.</param>
/// <param name="Rate">In percent.</param>
internal sealed record TaxJson(string Component, decimal Rate, MoneyJson Amount)
{
    public static TaxJson Of(TaxAmount tax, string currency) =>
        new(tax.Name, tax.Rate, MoneyJson.Of(tax.Amount, currency));
}

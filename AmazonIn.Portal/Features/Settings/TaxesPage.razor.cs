using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Tax;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>The tax rates, and why those of zero percent are there.</summary>
public sealed partial class TaxesPage
{
    // An odd number of paise, so that the example shows where the odd one goes.
    private const decimal ExampleTax = 18.01m;

    [Inject]
    private ITaxRateQueries Rates { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    private static (string Within, string Elsewhere)? Example(GstState? home) => home is null
        ? null
        : (Words(TaxSplitPolicy.Split(ExampleTax, home, home)), Words(TaxSplitPolicy.Split(ExampleTax, home, null)));

    private static string Words(IReadOnlyList<TaxAmount> taxes) =>
        string.Join(" + ", taxes.Select(tax => $"{tax.Name} {IndianFormat.Money(tax.Amount, "INR")}"));

    private async Task<TaxesView?> LoadAsync(CancellationToken cancellationToken) => new(
        await Rates.ListAsync(cancellationToken), await Organisations.FindAsync(cancellationToken));
}

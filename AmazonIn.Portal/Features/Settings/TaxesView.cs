using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>What the page of tax rates shows.</summary>
/// <param name="Organisation">Null before set-up.</param>
public sealed record TaxesView(IReadOnlyList<TaxRateRow> Rates, Organisation? Organisation);

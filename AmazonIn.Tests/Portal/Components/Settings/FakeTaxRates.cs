using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Portal.Components.Settings;

/// <summary>The rates that a new portal starts with.</summary>
internal sealed class FakeTaxRates : ITaxRateQueries
{
    public Task<IReadOnlyList<TaxRateRow>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<TaxRateRow>>(
            [.. TaxRate.Initial.Select((rate, index) => new TaxRateRow(index + 1, rate.Name, rate.Component, rate.Rate))]);
}

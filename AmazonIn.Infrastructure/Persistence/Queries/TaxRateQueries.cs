using AmazonIn.Domain.Ports.Queries;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class TaxRateQueries(Storage<PortalDbContext> storage, IConfigurationProvider models)
    : ITaxRateQueries
{
    public Task<IReadOnlyList<TaxRateRow>> ListAsync(CancellationToken cancellationToken) => storage.ReadAsync<IReadOnlyList<TaxRateRow>>(
        async (context, token) =>
        {
            var rates = await context.TaxRates.ProjectTo<TaxRateRow>(models).ToListAsync(token);

            // Here, not in the database, which has the components as words: IGST comes before CGST.
            return [.. rates.OrderBy(rate => rate.Component).ThenBy(rate => rate.Rate).ThenBy(rate => rate.Id)];
        },
        cancellationToken);
}

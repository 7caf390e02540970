using AmazonIn.Domain.Ports.Queries;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class TaxRateQueries(Storage<PortalDbContext> storage, IConfigurationProvider models) : ITaxRateQueries
{
    public async Task<IReadOnlyList<TaxRateRow>> ListAsync(CancellationToken cancellationToken)
    {
        var rates = await storage.ReadAsync(
            (context, token) => context.TaxRates.ProjectTo<TaxRateRow>(models).ToListAsync(token), cancellationToken);

        // Sorted here, since the database has the components as words: IGST comes before CGST.
        return [.. rates.OrderBy(rate => rate.Component).ThenBy(rate => rate.Rate).ThenBy(rate => rate.Id)];
    }
}

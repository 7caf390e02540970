using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>The rates that exist from the first start (P2).</summary>
internal static class InitialTaxRates
{
    /// <summary>Adds what is missing of <see cref="TaxRate.Initial"/> to the context. Safe to call again.</summary>
    public static async Task AddAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var known = await db.TaxRates.Select(rate => rate.Name).ToListAsync(cancellationToken);

        // Copies, since the list is shared; and by name, since two slabs can share a half.
        db.AddRange(TaxRate.Initial
            .DistinctBy(rate => rate.Name)
            .ExceptBy(known, rate => rate.Name)
            .Select(rate => new TaxRate(rate.Component, rate.Rate)));
    }
}

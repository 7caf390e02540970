using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class OrganisationStore(Storage<PortalDbContext> storage) : IOrganisationStore
{
    private const string PrimaryWarehouseName = "Main warehouse";

    public Task<Organisation?> FindAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Organisations.OrderBy(organisation => organisation.Id).FirstOrDefaultAsync(token),
        cancellationToken);

    public Task SaveAsync(Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                if (organisation.Id == 0)
                {
                    await AddAsync(db, organisation, now, token);
                }
                else
                {
                    db.Update(organisation);
                }

                await db.SaveChangesAsync(token);
            },
            cancellationToken);

    private static async Task AddAsync(
        PortalDbContext db, Organisation organisation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Organisations.AnyAsync(cancellationToken))
        {
            throw new ConcurrentChangeException();
        }

        db.Add(organisation);
        if (!await db.Warehouses.AnyAsync(warehouse => warehouse.IsPrimary, cancellationToken))
        {
            db.Add(new Warehouse(PrimaryWarehouseName, isPrimary: true, now));
        }

        await InitialTaxRates.AddAsync(db, cancellationToken);
    }
}

using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class CarrierStore(Storage<PortalDbContext> storage) : ICarrierStore
{
    public Task<IReadOnlyList<Carrier>> ListAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<Carrier>>(
            async (db, token) =>
                [.. (await db.Carriers.ToListAsync(token)).OrderBy(carrier => carrier.Name, StringComparer.OrdinalIgnoreCase)],
            cancellationToken);

    public Task AddAsync(Carrier carrier, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Add(carrier);
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    public Task SaveAsync(Carrier carrier, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Update(carrier);
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    public Task RemoveAsync(long id, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => db.Carriers.Where(carrier => carrier.Id == id).ExecuteDeleteAsync(token), cancellationToken);
}

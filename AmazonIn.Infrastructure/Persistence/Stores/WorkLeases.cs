using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// Leases as rows, taken by one UPDATE whose condition says that the lease is free; the unique name decides between two
/// that make the row at once.
/// </summary>
internal sealed class WorkLeases(Storage<PortalDbContext> storage) : IWorkLeases
{
    public async Task<bool> TakeAsync(
        string name, string owner, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Other portals ask every second, and must not lock anything for being told no.
        var held = await storage.ReadAsync(
            (db, token) => db.WorkLeases.AnyAsync(
                lease => lease.Name == name && lease.Owner != owner && lease.ExpiresAt > now, token),
            cancellationToken);
        return !held && await storage.WriteAsync(
            async (db, token) =>
            {
                var taken = await db.WorkLeases
                    .Where(lease => lease.Name == name && (lease.Owner == owner || lease.ExpiresAt <= now))
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(lease => lease.Owner, owner)
                            .SetProperty(lease => lease.ExpiresAt, until)
                            .SetProperty(lease => lease.Version, lease => lease.Version + 1),
                        token);
                if (taken == 1 || await db.WorkLeases.AnyAsync(lease => lease.Name == name, token))
                {
                    return taken == 1;
                }

                db.Add(new WorkLease { Name = name, Owner = owner, ExpiresAt = until });
                await db.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);
    }

    public Task ReleaseAsync(string owner, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => db.WorkLeases.Where(lease => lease.Owner == owner).ExecuteDeleteAsync(token), cancellationToken);
}

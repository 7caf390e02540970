using AmazonIn.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>The carriers that a new portal starts with.</summary>
internal static class InitialCarriers
{
    /// <summary>Adds <see cref="Carrier.Initial"/> to an empty table; a person may have removed some.</summary>
    public static async Task AddAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Carriers.AnyAsync(cancellationToken))
        {
            // Copies, since the list is shared.
            db.AddRange(Carrier.Initial.Select(carrier => new Carrier(carrier.Name, carrier.AmazonCode)));
        }
    }
}

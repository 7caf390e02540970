using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class DeletionQueries(Storage<PortalDbContext> storage) : IDeletionQueries
{
    public Task<PageOf<DeletionCertificate>> ListAsync(PageRequest page, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            async (db, token) =>
            {
                var ids = db.DeletionCertificates.Select(certificate => certificate.Id);
                var found = await ids.ReadPageAsync(ids.OrderByDescending(id => id), page, token);
                var certificates = await db.DeletionCertificates
                    .Where(certificate => found.Ids.Contains(certificate.Id)).ToListAsync(token);
                return found.Of(certificates, certificate => certificate.Id);
            },
            cancellationToken);
}

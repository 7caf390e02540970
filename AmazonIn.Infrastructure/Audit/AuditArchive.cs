using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Audit;

/// <summary>Reads the chain, and holds the one statement that takes records away.</summary>
internal sealed class AuditArchive(AuditStorage storage, TimeProvider time) : IAuditArchive
{
    public Task<AuditRecord?> FindHeadAsync(CancellationToken cancellationToken) => storage.Durable.ReadAsync(
        (db, token) => db.AuditRecords.OrderByDescending(record => record.Sequence).FirstOrDefaultAsync(token),
        cancellationToken);

    public Task<IReadOnlyList<AuditRecord>> ReadAsync(long after, int count, CancellationToken cancellationToken) =>
        storage.Durable.ReadAsync<IReadOnlyList<AuditRecord>>(
            async (db, token) => await db.AuditRecords
                .Where(record => record.Sequence > after)
                .OrderBy(record => record.Sequence)
                .Take(count)
                .ToListAsync(token),
            cancellationToken);

    public Task<int> CutAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        AuditRecord? written = null;
        return storage.Durable.WriteAsync(
            async (db, token) =>
            {
                written = null;
                if (await FindLastToGoAsync(db, before, token) is not { } last)
                {
                    return 0;
                }

                var old = db.AuditRecords.Where(record => record.Sequence <= last.Sequence);
                var count = await old.CountAsync(token);
                var checkpoint = new AuditCheckpoint(last.Sequence, last.Hash, before);
                written = await AuditTrail.AddAsync(db, checkpoint.ToEntry(count), time.GetUtcNow(), token);
                await old.ExecuteDeleteAsync(token);
                return count;
            },
            cancellationToken,
            async (db, token) => written is not null && await db.AuditRecords.AnyAsync(
                record => record.Sequence == written.Sequence && record.Hash == written.Hash, token));
    }

    // Clocks of portals differ by a little, so times need not rise with the numbers: everything up to the first record
    // that is young enough to stay, and never a record from the middle.
    private static async Task<AuditRecord?> FindLastToGoAsync(
        PortalDbContext db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var records = db.AuditRecords.AsNoTracking();
        if (!await records.AnyAsync(record => record.At < before, cancellationToken))
        {
            return null;
        }

        var kept = await records.Where(record => record.At >= before)
            .MinAsync(record => (long?)record.Sequence, cancellationToken);
        return await records.Where(record => kept == null || record.Sequence < kept)
            .OrderByDescending(record => record.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
    }
}

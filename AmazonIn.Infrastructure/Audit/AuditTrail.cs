using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Audit;

/// <summary>
/// Appends to the chain, each record in a transaction of its own in which the newest hash is read. The sequence number
/// is the key: of two portals that build on the same record one is refused by the database, and builds anew.
/// </summary>
internal sealed class AuditTrail(AuditStorage storage, TimeProvider time) : IAuditTrail, IDisposable
{
    // Storage itself tries three times. Only other portals are in the way, and each of them writes one record at once.
    private const int Rounds = 10;

    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<AuditRecord> RecordAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            for (var round = 1; ; round++)
            {
                try
                {
                    return await AppendAsync(entry, cancellationToken);
                }
                catch (ConcurrentChangeException) when (round < Rounds)
                {
                    // Other portals were faster three times in a row.
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>The record that follows on the newest one, added and saved in the present transaction.</summary>
    public static async Task<AuditRecord> AddAsync(
        PortalDbContext db, AuditEntry entry, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var head = await db.AuditRecords.AsNoTracking()
            .OrderByDescending(record => record.Sequence).FirstOrDefaultAsync(cancellationToken);
        var record = AuditRecord.After(head, entry, at);
        db.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        return record;
    }

    private Task<AuditRecord> AppendAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        AuditRecord? written = null;
        return storage.Durable.WriteAsync(
            async (db, token) => written = await AddAsync(db, entry, time.GetUtcNow(), token),
            cancellationToken,
            (db, token) => db.AuditRecords.AnyAsync(
                record => record.Sequence == written!.Sequence && record.Hash == written.Hash, token));
    }
}

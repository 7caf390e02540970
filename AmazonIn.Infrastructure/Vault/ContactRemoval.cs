using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Vault;

internal sealed class ContactRemoval(Storage<PortalDbContext> storage, Storage<KeyDbContext> keys, TimeProvider time)
    : IContactRemoval
{
    private static readonly TimeSpan StrayAfter = TimeSpan.FromDays(1);

    public async Task<DeletionCertificate?> RemoveExpiredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var marked = await MarkAsync(now, cancellationToken);
            var batch = await ReadBatchAsync(cancellationToken);
            if (batch.Count > 0)
            {
                return await DestroyAsync(batch, now, cancellationToken);
            }

            if (marked == 0)
            {
                return null;
            }
        }
    }

    public Task<IReadOnlyList<SalesOrder>> ListPutOffAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<SalesOrder>>(
            async (db, token) => await db.SalesOrders.AsNoTracking()
                .Where(order => order.ExpiryStarts > RetentionClock.RestartsTold
                    && order.ExpiryStartsTold < order.ExpiryStarts && order.HasContact)
                .OrderBy(order => order.Id)
                .Take(Lists.Size)
                .ToListAsync(token),
            cancellationToken);

    public Task ToldOfPutOffAsync(SalesOrder order, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => db.SalesOrders.Where(row => row.Id == order.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.ExpiryStartsTold, order.ExpiryStarts)
                .SetProperty(row => row.Version, row => row.Version + 1),
            token),
        cancellationToken);

    public async Task<int> RemoveStrayKeysAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var removed = 0;
        (long ChannelId, string OrderId) last = (long.MinValue, string.Empty);
        while (true)
        {
            var page = await keys.ReadAsync(
                (db, token) => db.DataKeys
                    .Where(key => key.ChannelId > last.ChannelId
                        || (key.ChannelId == last.ChannelId && key.AmazonOrderId.CompareTo(last.OrderId) > 0))
                    .OrderBy(key => key.ChannelId).ThenBy(key => key.AmazonOrderId)
                    .Take(Lists.Size)
                    .ToListAsync(token),
                cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            last = (page[^1].ChannelId, page[^1].AmazonOrderId);
            var old = page.Where(key => key.CreatedAt < now - StrayAfter).ToList();
            var used = await storage.ReadAsync((db, token) => UsedAsync(db, old, token), cancellationToken);
            removed += await RemoveKeysAsync(
                [.. old.Where(key => !used.Contains(key.Id)).Select(key => key.Id)], cancellationToken);
        }

        if (removed > 0)
        {
            await keys.ReadAsync(SqliteLog.CutAsync, cancellationToken);
        }

        return removed;
    }

    // From here on the importer stores nothing for these orders, and whoever is saving one of them is refused.
    private async Task<int> MarkAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = await storage.ReadAsync(
            (db, token) => Due(db, now).OrderBy(order => order.ContactExpiresAt).Select(order => order.Id).Take(Lists.Size).ToListAsync(token),
            cancellationToken);
        return due.Count == 0
            ? 0
            : await storage.WriteAsync(
                (db, token) => Due(db, now).Where(order => due.Contains(order.Id)).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(order => order.ContactDeletedAt, now)
                        .SetProperty(order => order.Version, order => order.Version + 1),
                    token),
                cancellationToken);
    }

    private static IQueryable<SalesOrder> Due(PortalDbContext db, DateTimeOffset now) =>
        db.SalesOrders.Where(order => order.ContactDeletedAt == null && order.ContactExpiresAt <= now);

    // What is marked and still there, also by a sweep that was broken off.
    private Task<List<DueContact>> ReadBatchAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.SealedContacts
            .OrderBy(contact => contact.SalesOrderId)
            .Join(
                db.SalesOrders.Where(order => order.ContactDeletedAt != null),
                contact => contact.SalesOrderId,
                order => order.Id,
                (contact, order) => new DueContact(order.Id, contact.KeyId, order.CustomerId, order.ContactExpiresAt))
            .Take(Lists.Size)
            .ToListAsync(token),
        cancellationToken);

    private async Task<DeletionCertificate> DestroyAsync(
        List<DueContact> batch, DateTimeOffset startedAt, CancellationToken cancellationToken)
    {
        var removedKeys = await RemoveKeysAsync([.. batch.Select(due => due.KeyId)], cancellationToken);
        var certificate = await storage.WriteAsync(
            async (db, token) =>
            {
                var orders = batch.ConvertAll(due => due.OrderId);
                var contacts = await db.SealedContacts
                    .Where(contact => orders.Contains(contact.SalesOrderId)).ExecuteDeleteAsync(token);
                await db.SalesOrders.Where(order => orders.Contains(order.Id)).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(order => order.HasContact, false)
                        .SetProperty(order => order.Version, order => order.Version + 1),
                    token);
                var certificate = new DeletionCertificate(
                    orders,
                    removedKeys,
                    contacts,
                    await ForgetBuyersAsync(db, batch, token),
                    batch.Min(due => due.ExpiresAt),
                    startedAt,
                    time.GetUtcNow());
                db.Add(certificate);
                await db.SaveChangesAsync(token);
                return certificate;
            },
            cancellationToken);

        // Overwritten rows are still in SQLite's write-ahead log until it is written back and cut (security.md C-17).
        await keys.ReadAsync(SqliteLog.CutAsync, cancellationToken);
        await storage.ReadAsync(SqliteLog.CutAsync, cancellationToken);
        return certificate;
    }

    // Only customers none of whose orders may still hold personal data.
    private static Task<int> ForgetBuyersAsync(PortalDbContext db, List<DueContact> batch, CancellationToken cancellationToken)
    {
        var buyers = batch.Select(due => due.CustomerId).OfType<long>().Distinct().ToList();
        return db.Customers
            .Where(customer => buyers.Contains(customer.Id) && customer.BuyerKey != null
                && !db.SalesOrders.Any(order => order.CustomerId == customer.Id && order.ContactDeletedAt == null))
            .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.BuyerKey, (string?)null), cancellationToken);
    }

    private Task<int> RemoveKeysAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? Task.FromResult(0)
        : keys.WriteAsync(
            (db, token) => db.DataKeys.Where(key => ids.Contains(key.Id)).ExecuteDeleteAsync(token), cancellationToken);

    private static async Task<HashSet<Guid>> UsedAsync(
        PortalDbContext db, List<DataKey> candidates, CancellationToken cancellationToken)
    {
        var used = new HashSet<Guid>();
        foreach (var channel in candidates.GroupBy(key => key.ChannelId))
        {
            var orders = channel.Select(key => key.AmazonOrderId).ToList();
            used.UnionWith(await db.SalesOrders
                .Where(order => order.ChannelId == channel.Key && orders.Contains(order.AmazonOrderId!))
                .Join(db.SealedContacts, order => order.Id, contact => contact.SalesOrderId, (_, contact) => contact.KeyId)
                .ToListAsync(cancellationToken));
        }

        return used;
    }

    private sealed record DueContact(long OrderId, Guid KeyId, long? CustomerId, DateTimeOffset? ExpiresAt);
}

using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.SpApi.Auth;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>
/// Removes in transactions of bounded size. Each of them first makes sure, and holds until its commit, that the channel
/// is still disconnected: connected again, it owns what is written from then on.
/// </summary>
internal sealed class ChannelRemoval(
    Storage<PortalDbContext> storage,
    Storage<KeyDbContext> keys,
    IBulkWriter bulk,
    AccessTokens tokens,
    TimeProvider time) : IChannelRemoval
{
    /// <summary>Rows that one transaction removes, of each kind.</summary>
    private const int Batch = Lists.Size;

    private static readonly RunState[] Active = [RunState.Requested, RunState.Interrupted, RunState.Running];

    public async Task<RemovedChannel?> RemoveAsync(long channelId, CancellationToken cancellationToken)
    {
        var name = await storage.ReadAsync(
            (db, token) => Disconnected(db, channelId).Select(channel => channel.Name).FirstOrDefaultAsync(token),
            cancellationToken);
        if (name is null)
        {
            return null;
        }

        var removed = new RemovedChannel
        {
            ChannelId = channelId,
            Name = name,
            RunsStopped = await StopRunsAsync(channelId, cancellationToken),
            Keys = await RemoveKeysAsync(channelId, cancellationToken),
        };
        removed = await RemovePersonalDataAsync(removed, cancellationToken);
        removed = await RemoveMappingsAsync(removed, cancellationToken);
        removed = await RemoveHistoryAsync(removed, cancellationToken);
        removed = removed with
        {
            PendingOrdersReleased = await ReleaseAsync(channelId, cancellationToken),

            // A run that was stopped in the middle of a page may have made keys for it, for nothing.
            Keys = removed.Keys + await RemoveKeysAsync(channelId, cancellationToken),
        };
        await ForgetPagesAsync(cancellationToken);
        await InOneAsync(
            channelId,
            (db, token) => Disconnected(db, channelId).ExecuteUpdateAsync(
                set => set.SetProperty(channel => channel.RemovedAt, time.GetUtcNow()), token),
            cancellationToken);
        return await CountKeptAsync(removed, cancellationToken);
    }

    public Task<IReadOnlyList<long>> ListUnfinishedAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<long>>(
            async (db, token) => await db.Channels
                .Where(channel => channel.State == ChannelState.Disconnected && channel.RemovedAt == null)
                .OrderBy(channel => channel.Id)
                .Select(channel => channel.Id)
                .ToListAsync(token),
            cancellationToken);

    private static IQueryable<SalesChannel> Disconnected(PortalDbContext db, long channelId) =>
        db.Channels.Where(channel => channel.Id == channelId && channel.State == ChannelState.Disconnected);

    // Whoever holds one of them is refused with its next page, and the access token it may still have is dropped.
    private async Task<int> StopRunsAsync(long channelId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stopped = await InOneAsync(
            channelId,
            (db, token) => db.SyncRuns
                .Where(run => run.ChannelId == channelId && Active.Contains(run.State))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(run => run.State, RunState.Cancelled)
                        .SetProperty(run => run.CancelRequested, true)
                        .SetProperty(run => run.Fence, run => run.Fence + 1)
                        .SetProperty(run => run.EndedAt, now)
                        .SetProperty(run => run.LeaseOwner, (string?)null)
                        .SetProperty(run => run.LeaseUntil, (DateTimeOffset?)null)
                        .SetProperty(run => run.ActiveKey, (string?)null)
                        .SetProperty(run => run.RunningKey, (string?)null),
                    token),
            cancellationToken);
        tokens.Forget(channelId);
        return stopped;
    }

    private Task<int> RemoveKeysAsync(long channelId, CancellationToken cancellationToken) => InBatchesAsync(
        channelId,
        (_, token) => keys.WriteAsync(
            (db, inner) => db.DataKeys
                .Where(key => key.ChannelId == channelId)
                .OrderBy(key => key.AmazonOrderId)
                .Take(Batch)
                .ExecuteDeleteAsync(inner),
            token),
        cancellationToken);

    private async Task<RemovedChannel> RemovePersonalDataAsync(RemovedChannel removed, CancellationToken cancellationToken)
    {
        var channelId = removed.ChannelId;
        removed = removed with
        {
            BuyerMarks = await InBatchesAsync(
                channelId,
                (db, token) => ChannelRemains.Marked(db, channelId)
                    .Take(Batch)
                    .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.BuyerKey, (string?)null), token),
                cancellationToken),
        };
        var certificates = await RemoveContactsAsync(removed, cancellationToken);
        return removed with
        {
            Certificates = certificates,
            Contacts = certificates.Sum(certificate => certificate.Contacts),
            Credentials = await InOneAsync(
                channelId,
                (db, token) => db.ChannelCredentials
                    .Where(credential => credential.ChannelId == channelId)
                    .ExecuteDeleteAsync(token),
                cancellationToken) > 0,
        };
    }

    // Orders are saved by people as well, who would otherwise write back that there is something.
    // Keys and marks went before, all at once: the first certificate has them.
    private async Task<IReadOnlyList<DeletionCertificate>> RemoveContactsAsync(
        RemovedChannel removed, CancellationToken cancellationToken)
    {
        var channelId = removed.ChannelId;
        var startedAt = time.GetUtcNow();
        var certificates = new List<DeletionCertificate>();
        for (var last = 0L; ;)
        {
            var orders = await storage.ReadAsync(
                (db, token) => db.SalesOrders
                    .Where(order => order.ChannelId == channelId && order.HasContact && order.Id > last)
                    .OrderBy(order => order.Id)
                    .Select(order => new { order.Id, order.ContactExpiresAt })
                    .Take(Batch)
                    .ToListAsync(token),
                cancellationToken);
            if (orders.Count == 0)
            {
                return certificates;
            }

            var ids = orders.ConvertAll(order => order.Id);
            var first = certificates.Count == 0;
            var certificate = await InOneAsync(
                channelId,
                async (db, token) =>
                {
                    await db.SalesOrders
                        .Where(order => ids.Contains(order.Id))
                        .ExecuteUpdateAsync(
                            set => set
                                .SetProperty(order => order.HasContact, false)
                                .SetProperty(order => order.Version, order => order.Version + 1),
                            token);
                    var contacts = await db.SealedContacts
                        .Where(contact => ids.Contains(contact.SalesOrderId))
                        .ExecuteDeleteAsync(token);
                    var certificate = new DeletionCertificate(
                        ids,
                        first ? removed.Keys : 0,
                        contacts,
                        first ? removed.BuyerMarks : 0,
                        orders.Min(order => order.ContactExpiresAt),
                        startedAt,
                        time.GetUtcNow(),
                        channelId);
                    db.Add(certificate);
                    await db.SaveChangesAsync(token);
                    return certificate;
                },
                cancellationToken);
            if (certificate is null)
            {
                // Connected again in the meantime.
                return certificates;
            }

            certificates.Add(certificate);
            last = ids[^1];
        }
    }

    // A family that has items stays: how the seller's items belong together is a record of the business. One without is
    // only Amazon's word for something we do not have.
    private async Task<RemovedChannel> RemoveMappingsAsync(RemovedChannel removed, CancellationToken cancellationToken)
    {
        var channelId = removed.ChannelId;
        (int Listings, int Quantities, int Answers) all = default;
        while (true)
        {
            var (listings, quantities, answers) = await InOneAsync(
                channelId, (db, token) => RemoveListingsAsync(db, channelId, token), cancellationToken);
            if (listings == 0)
            {
                break;
            }

            all = (all.Listings + listings, all.Quantities + quantities, all.Answers + answers);
        }

        return removed with
        {
            Listings = all.Listings,
            Quantities = all.Quantities,
            Answers = all.Answers,
            EmptyGroups = await InOneAsync(
                channelId,
                (db, token) => ChannelRemains.EmptyGroups(db, channelId).ExecuteDeleteAsync(token),
                cancellationToken),
        };
    }

    private static async Task<(int Listings, int Quantities, int Answers)> RemoveListingsAsync(
        PortalDbContext db, long channelId, CancellationToken cancellationToken)
    {
        var ids = await db.Listings
            .Where(listing => listing.ChannelId == channelId)
            .OrderBy(listing => listing.Sku)
            .Select(listing => listing.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        var answers = await db.StockPushAnswers
            .Where(answer => ids.Contains(answer.ListingId)).ExecuteDeleteAsync(cancellationToken);
        var quantities = await db.StockPushes
            .Where(push => ids.Contains(push.ListingId)).ExecuteDeleteAsync(cancellationToken);
        var listings = await db.Listings
            .Where(listing => ids.Contains(listing.Id)).ExecuteDeleteAsync(cancellationToken);
        return (listings, quantities, answers);
    }

    private async Task<RemovedChannel> RemoveHistoryAsync(RemovedChannel removed, CancellationToken cancellationToken)
    {
        var channelId = removed.ChannelId;
        var runs = await storage.ReadAsync(
            (db, token) => db.SyncRuns.Where(run => run.ChannelId == channelId).Select(run => run.Id).ToListAsync(token),
            cancellationToken);
        var entries = 0;
        foreach (var run in runs)
        {
            entries += await InBatchesAsync(
                channelId,
                (db, token) => ChannelRemains.Entries(db, run).Take(Batch).ExecuteDeleteAsync(token),
                cancellationToken);
        }

        var removedRuns = await InOneAsync(
            channelId,
            async (db, token) =>
            {
                await db.SyncRetries.Where(retry => retry.ChannelId == channelId).ExecuteDeleteAsync(token);
                await db.SyncCursors.Where(cursor => cursor.ChannelId == channelId).ExecuteDeleteAsync(token);
                return await db.SyncRuns.Where(run => run.ChannelId == channelId).ExecuteDeleteAsync(token);
            },
            cancellationToken);
        return removed with { Runs = removedRuns, Entries = entries };
    }

    // Pending orders that nobody here will hear of any more. Said at the time of what Amazon said last, so that what it
    // says of them after a new connection counts again.
    private Task<int> ReleaseAsync(long channelId, CancellationToken cancellationToken) => InBatchesAsync(
        channelId,
        async (db, token) =>
        {
            var pending = await PendingOrders.LastHeardOf(db, channelId).Take(Batch).ToListAsync(token);

            // Nobody keeps what is written here, so nothing has to be put right afterwards.
            var stock = new StockWriter(db, bulk, new Aftermath(), time.GetUtcNow());
            await stock.SettleAsync(
                pending.ConvertAll(order => PendingOrders.NoLongerWanted(order.Key, order.Value)), token);
            return pending.Count;
        },
        cancellationToken);

    private Task<RemovedChannel> CountKeptAsync(RemovedChannel removed, CancellationToken cancellationToken)
    {
        var channelId = removed.ChannelId;
        return storage.ReadAsync(
            async (db, token) =>
            {
                var orders = db.SalesOrders.Where(order => order.ChannelId == channelId);
                return removed with
                {
                    OrdersKept = await orders.CountAsync(token),
                    OpenOrdersKept = await orders.CountAsync(PendingOrders.Open, token),
                    CustomersKept = await db.Customers.CountAsync(customer => customer.ChannelId == channelId, token),
                };
            },
            cancellationToken);
    }

    // Overwritten rows are still in SQLite's write-ahead log until it is written back and cut (security.md C-17).
    private async Task ForgetPagesAsync(CancellationToken cancellationToken)
    {
        await storage.ReadAsync(SqliteLog.CutAsync, cancellationToken);
        await keys.ReadAsync(SqliteLog.CutAsync, cancellationToken);
    }

    private Task<T?> InOneAsync<T>(
        long channelId, Func<PortalDbContext, CancellationToken, Task<T>> remove, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) => await HoldAsync(db, channelId, token) ? await remove(db, token) : default,
            cancellationToken);

    private async Task<int> InBatchesAsync(
        long channelId, Func<PortalDbContext, CancellationToken, Task<int>> remove, CancellationToken cancellationToken)
    {
        var removed = 0;
        while (true)
        {
            var now = await InOneAsync(channelId, remove, cancellationToken);
            if (now == 0)
            {
                return removed;
            }

            removed += now;
        }
    }

    // Changes nothing, but locks the row.
    private static async Task<bool> HoldAsync(PortalDbContext db, long channelId, CancellationToken cancellationToken) =>
        await Disconnected(db, channelId).ExecuteUpdateAsync(
            set => set.SetProperty(channel => channel.State, ChannelState.Disconnected), cancellationToken) == 1;
}

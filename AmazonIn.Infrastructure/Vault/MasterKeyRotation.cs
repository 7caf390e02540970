using System.Xml.Linq;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// What is to be done is read from the rows each time, so nothing has to be remembered between two tries. A row is only
/// changed where it still is as it was read: an order that is shredded meanwhile stays shredded.
/// </summary>
internal sealed class MasterKeyRotation(
    Storage<KeyDbContext> keys,
    Storage<PortalDbContext> portal,
    IDbContextFactory<KeyDbContext> keyContexts,
    IDbContextFactory<PortalDbContext> portalContexts,
    MasterKeyRing ring,
    MasterKeys masterKeys,
    TimeProvider time) : IMasterKeyRotation
{
    public async Task<KeyRotation?> BeginAsync(CancellationToken cancellationToken)
    {
        var versions = await keys.ReadAsync((db, token) => db.MasterKeys.ToListAsync(token), cancellationToken);
        var active = versions.Single(version => version.SupersededAt is null);
        if (versions.Any(version => version.SupersededAt is not null && version.RetiredAt is null))
        {
            return new KeyRotation(active.Id, Resumed: true);
        }

        // A key that was made, or configured, and never came into use is taken before another one is made.
        var spare = ring.Read().LastOrDefault(key => versions.TrueForAll(version => version.Id != key.Id));
        if ((spare ?? ring.Add()) is not { } next)
        {
            return null;
        }

        // Only what can be read back may become active.
        await ActivateAsync(ring.Get(next.Id), active, cancellationToken);
        return new KeyRotation(next.Id, Resumed: false);
    }

    public async Task<int> RewrapDataKeysAsync(int count, CancellationToken cancellationToken)
    {
        var old = await keys.ReadAsync(
            (db, token) => db.DataKeys
                .Where(key => db.MasterKeys.Any(version => version.Id == key.MasterKeyId && version.SupersededAt != null))
                .OrderBy(key => key.Id)
                .Take(count)
                .ToListAsync(token),
            cancellationToken);
        if (old.Count > 0)
        {
            await keys.WriteAsync((db, token) => RewrapAsync(db, old, token), cancellationToken);
        }

        return old.Count;
    }

    public async Task<int> RewrapPortalKeysAsync(CancellationToken cancellationToken)
    {
        var active = masterKeys.Active;
        var rows = await portal.ReadAsync((db, token) => db.DataProtectionKeys.ToListAsync(token), cancellationToken);
        var rewrapped = 0;
        foreach (var row in rows.Where(row => row.Xml is not null))
        {
            var key = XElement.Parse(row.Xml!);
            if (MasterKeyXml.Find(key) is { } element && MasterKeyXml.MasterKeyId(element) != active.Id)
            {
                element.ReplaceWith(MasterKeyXml.Seal(MasterKeyXml.Open(element, ring), active));
                var xml = key.ToString(SaveOptions.DisableFormatting);
                rewrapped += await portal.WriteAsync(
                    (db, token) => db.DataProtectionKeys.Where(stored => stored.Id == row.Id && stored.Xml == row.Xml)
                        .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.Xml, xml), token),
                    cancellationToken);
            }
        }

        return rewrapped;
    }

    // The note comes last: a rotation that is noted as done is not gone on with, the next call would begin another.
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await keys.ReadAsync(SqliteLog.CutAsync, cancellationToken);
        await portal.ReadAsync(SqliteLog.CutAsync, cancellationToken);
        var used = (await MasterKeyUses.ListAsync(keyContexts, portalContexts, cancellationToken)).ToList();
        var now = time.GetUtcNow();
        await keys.WriteAsync(
            (db, token) => db.MasterKeys
                .Where(key => key.SupersededAt != null && key.RetiredAt == null && !used.Contains(key.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.RetiredAt, now), token),
            cancellationToken);
    }

    public async Task<IReadOnlyList<string>?> ForgetUnusedAsync(CancellationToken cancellationToken)
    {
        var used = await MasterKeyUses.ListAsync(keyContexts, portalContexts, cancellationToken);
        var unused = ring.Read().Select(key => key.Id).Where(id => !used.Contains(id)).ToHashSet(StringComparer.Ordinal);
        return unused.Count == 0 || ring.TryRemove(unused) ? [.. unused] : null;
    }

    private async Task RewrapAsync(KeyDbContext db, List<DataKey> old, CancellationToken cancellationToken)
    {
        var active = await MasterKeys.CountWrapsAsync(db, old.Count, cancellationToken);
        using var wrapping = new DataKeyWrapping(ring);
        foreach (var key in old)
        {
            var wrapped = wrapping.Rewrap(key, active);
            await db.DataKeys.Where(row => row.Id == key.Id && row.MasterKeyId == key.MasterKeyId).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Wrapped, wrapped).SetProperty(row => row.MasterKeyId, active), cancellationToken);
        }
    }

    private Task ActivateAsync(MasterKey next, MasterKeyVersion active, CancellationToken cancellationToken) => keys.WriteAsync(
        async (db, token) =>
        {
            var now = time.GetUtcNow();
            if (await db.MasterKeys.Where(key => key.Id == active.Id && key.SupersededAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.SupersededAt, now), token) == 0)
            {
                throw new ConcurrentChangeException();
            }

            db.Add(masterKeys.VersionOf(next, MasterKeys.OpenBuyersKey(active, ring), wraps: 0));
            await db.SaveChangesAsync(token);
        },
        cancellationToken);
}

using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>
/// Which master key is active. That is said by the key database and not by the ring, so that every portal on it changes
/// over at the same moment, and none goes on wrapping under a key that is being replaced.
/// </summary>
internal sealed class MasterKeys(
    Storage<KeyDbContext> storage, IDbContextFactory<KeyDbContext> contexts, MasterKeyRing ring, TimeProvider time)
{
    private readonly Lock _gate = new();
    private byte[]? _buyers;

    /// <summary>
    /// Hashes buyers' addresses. It stays when the master key is rotated: a returning buyer is the same customer.
    /// </summary>
    /// <exception cref="KeysUnavailableException">It cannot be read now.</exception>
    public byte[] BuyersKey
    {
        get
        {
            lock (_gate)
            {
                return _buyers ??= OpenBuyersKey(FindActive(), ring);
            }
        }
    }

    /// <summary>The key under which new things are encrypted.</summary>
    /// <exception cref="KeysUnavailableException">It cannot be read now.</exception>
    public MasterKey Active => ring.Get(FindActive().Id);

    /// <summary>Notes the first master key of a new or an older installation; does nothing where one is noted.</summary>
    public Task RegisterFirstAsync(CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            if (await db.MasterKeys.AnyAsync(token))
            {
                return;
            }

            var used = await db.DataKeys.OrderBy(key => key.Id).Select(key => key.MasterKeyId).FirstOrDefaultAsync(token);
            var first = used is null ? ring.Read()[0] : ring.Get(used);
            var wraps = await db.DataKeys.LongCountAsync(token);
            db.Add(VersionOf(first, first.Buyers, wraps));
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    /// <summary>
    /// Counts so many encryptions and returns the id of the key they are to be made with. Until the transaction ends the
    /// key stays active: a rotation waits for the counted row.
    /// </summary>
    public static async Task<string> CountWrapsAsync(KeyDbContext db, int wraps, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var active = db.MasterKeys.Where(key => key.SupersededAt == null);
            if (await active.ExecuteUpdateAsync(
                set => set.SetProperty(key => key.Wraps, key => key.Wraps + wraps), cancellationToken) == 1)
            {
                return await active.Select(key => key.Id).SingleAsync(cancellationToken);
            }

            // A rotation was committed while we waited for the row; the next look sees the new one.
            if (attempt == 3)
            {
                throw NoneActive();
            }
        }
    }

    public MasterKeyVersion VersionOf(MasterKey master, ReadOnlySpan<byte> buyersKey, long wraps)
    {
        var wrapped = new byte[buyersKey.Length + SealedBox.Overhead];
        using var box = new SealedBox(master.Wrapping);
        box.Seal(buyersKey, BuyersContext(master.Id), wrapped);
        return new MasterKeyVersion { Id = master.Id, BuyersKey = wrapped, Wraps = wraps + 1, CreatedAt = time.GetUtcNow() };
    }

    /// <exception cref="CryptographicException">Another key's, or changed.</exception>
    public static byte[] OpenBuyersKey(MasterKeyVersion version, MasterKeyRing ring)
    {
        using var box = new SealedBox(ring.Get(version.Id).Wrapping);
        return box.Open(version.BuyersKey, BuyersContext(version.Id));
    }

    public static KeysUnavailableException NoneActive() =>
        new("The key database knows no active master key. Restore it from its backup.");

    private static byte[] BuyersContext(string id) => Encoding.UTF8.GetBytes($"AmazonIn.BuyersKey|1|{id}");

    // Data Protection and hashing cannot wait for a task.
    private MasterKeyVersion FindActive()
    {
        try
        {
            using var db = contexts.CreateDbContext();
            return db.MasterKeys.AsNoTracking().SingleOrDefault(key => key.SupersededAt == null)
                ?? throw NoneActive();
        }
        catch (Exception exception) when (StorageFaults.Translate(exception) is { } translated)
        {
            throw new KeysUnavailableException(translated.Message, exception);
        }
    }
}

using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Asks the key database for the active key, and the ring whether it has it.</summary>
internal sealed class KeyHealth(Storage<KeyDbContext> storage, MasterKeyRing ring) : IKeyHealth
{
    public async Task<KeyCondition> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var active = await storage.ReadAsync(
                (db, token) => db.MasterKeys.SingleOrDefaultAsync(key => key.SupersededAt == null, token), cancellationToken)
                ?? throw MasterKeys.NoneActive();
            ring.Read();
            ring.Get(active.Id);
            return new KeyCondition(ring.IsPlainFile, active.Wraps, active.CreatedAt);
        }
        catch (StorageUnavailableException exception)
        {
            throw new KeysUnavailableException(exception.Message, exception);
        }
    }
}

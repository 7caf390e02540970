using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Identity;

internal sealed class SetupTokens(Storage<PortalDbContext> storage, TimeProvider time) : ISetupTokens
{
    public async Task<string> CreateAsync(TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var row = new SetupToken { Hash = Hash(text), ExpiresAt = time.GetUtcNow() + lifetime };
        await storage.WriteAsync(
            async (db, token) =>
            {
                await db.SetupTokens.ExecuteDeleteAsync(token);
                db.Add(row);
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
        return text;
    }

    public Task<bool> IsValidAsync(string token, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, cancelled) => Usable(db, token).AnyAsync(cancelled), cancellationToken);

    public Task<bool> ConsumeAsync(string token, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return storage.WriteAsync(
            async (db, cancelled) => await Usable(db, token)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancelled) == 1,
            cancellationToken);
    }

    // Looked up by the hash: how long the database takes tells nothing about the token.
    private IQueryable<SetupToken> Usable(PortalDbContext db, string token)
    {
        var (hash, now) = (Hash(token), time.GetUtcNow());
        return db.SetupTokens.Where(row => row.Hash == hash && row.UsedAt == null && row.ExpiresAt > now);
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

using System.Text;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class ChannelStore(
    Storage<PortalDbContext> storage,
    IBulkWriter bulk,
    IDataProtectionProvider protection,
    TimeProvider time) : IChannelStore
{
    public Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Channels.Connected().FirstOrDefaultAsync(channel => channel.Id == id, token), cancellationToken);

    public Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            (db, token) => db.Channels.FirstOrDefaultAsync(
                channel => channel.MarketplaceId == marketplaceId && channel.SellerId == sellerId, token),
            cancellationToken);

    public Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<SalesChannel>>(
            async (db, token) => await db.Channels.Connected()
                .OrderBy(channel => channel.ConnectedAt).ThenBy(channel => channel.Id).ToListAsync(token),
            cancellationToken);

    // Tokens are encrypted before the transaction begins: Data Protection may have to store a new key of its own, on
    // another connection, and on SQLite would wait for ours to end.
    public Task AddAsync(SalesChannel channel, string refreshToken, CancellationToken cancellationToken)
    {
        var credential = Protect(channel, refreshToken);
        return storage.WriteAsync(
            async (db, token) =>
            {
                db.Add(channel);
                await db.SaveChangesAsync(token);
                credential.ChannelId = channel.Id;
                db.Add(credential);
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    public Task SaveAsync(SalesChannel channel, string? newRefreshToken, CancellationToken cancellationToken)
    {
        var credential = newRefreshToken is null ? null : Protect(channel, newRefreshToken);
        return storage.WriteAsync(
            async (db, token) =>
            {
                db.Update(channel);
                if (credential is not null)
                {
                    await ReplaceAsync(db, credential, token);
                }

                await db.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    public async Task SaveStockSourceAsync(SalesChannel channel, CancellationToken cancellationToken)
    {
        var aftermath = new Aftermath();
        await storage.WriteAsync(
            async (db, token) =>
            {
                db.Update(channel);
                await db.SaveChangesAsync(token);
                await new StockWriter(db, bulk, aftermath, time.GetUtcNow()).TouchAsync(
                    db.Listings.Where(listing => listing.ChannelId == channel.Id), token);
            },
            cancellationToken);
        aftermath.Commit();
    }

    public async Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken)
    {
        var channel = await FindAsync(channelId, cancellationToken);
        var stored = await storage.ReadAsync(
            (db, token) => db.ChannelCredentials.FirstOrDefaultAsync(row => row.ChannelId == channelId, token),
            cancellationToken);
        if (channel is null || stored is null)
        {
            return null;
        }

        var bytes = Protector(channel).DangerousUnprotect(
            Convert.FromBase64String(stored.ProtectedToken), ignoreRevocationErrors: false, out var isOld, out _);
        var refreshToken = Encoding.UTF8.GetString(bytes);
        if (isOld)
        {
            // Data Protection's keys grow old; what was read under an old one is stored again under the current one, unless
            // it was renewed or destroyed meanwhile.
            var fresh = Protect(channel, refreshToken);
            await storage.WriteAsync(
                (db, token) => db.ChannelCredentials
                    .Where(row => row.ChannelId == channelId && row.ProtectedToken == stored.ProtectedToken)
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(row => row.ProtectedToken, fresh.ProtectedToken)
                            .SetProperty(row => row.UpdatedAt, fresh.UpdatedAt),
                        token),
                cancellationToken);
        }

        return refreshToken;
    }

    private static async Task ReplaceAsync(
        PortalDbContext db, ChannelCredential credential, CancellationToken cancellationToken)
    {
        var row = await db.ChannelCredentials.FirstOrDefaultAsync(
            stored => stored.ChannelId == credential.ChannelId, cancellationToken);
        if (row is null)
        {
            db.Add(credential);
        }
        else
        {
            row.ProtectedToken = credential.ProtectedToken;
            row.UpdatedAt = credential.UpdatedAt;
        }
    }

    private ChannelCredential Protect(SalesChannel channel, string refreshToken) => new()
    {
        ChannelId = channel.Id,
        ProtectedToken = Convert.ToBase64String(Protector(channel).Protect(Encoding.UTF8.GetBytes(refreshToken))),
        UpdatedAt = time.GetUtcNow(),
    };

    // One purpose a channel: a token copied to another channel's row does not open there.
    private IPersistedDataProtector Protector(SalesChannel channel) =>
        (IPersistedDataProtector)protection.CreateProtector(
            "AmazonIn.Channels.RefreshToken", channel.MarketplaceId, channel.SellerId);
}

using System.Globalization;
using System.Text;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class ChannelStore(
    Storage<PortalDbContext> storage,
    IDataProtectionProvider protection,
    TimeProvider time) : IChannelStore
{
    public Task<SalesChannel?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Channels.FirstOrDefaultAsync(channel => channel.Id == id, token), cancellationToken);

    public Task<SalesChannel?> FindAsync(string marketplaceId, string sellerId, CancellationToken cancellationToken) =>
        storage.ReadAsync(
            (db, token) => db.Channels.FirstOrDefaultAsync(
                channel => channel.MarketplaceId == marketplaceId && channel.SellerId == sellerId, token),
            cancellationToken);

    public Task<IReadOnlyList<SalesChannel>> ListAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<SalesChannel>>(
            async (db, token) => await db.Channels
                .OrderBy(channel => channel.ConnectedAt).ThenBy(channel => channel.Id).ToListAsync(token),
            cancellationToken);

    public Task AddAsync(SalesChannel channel, string refreshToken, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                db.Add(channel);
                await db.SaveChangesAsync(token);
                db.Add(Protect(channel.Id, refreshToken));
                await db.SaveChangesAsync(token);
            },
            cancellationToken);

    public Task SaveAsync(SalesChannel channel, string? newRefreshToken, CancellationToken cancellationToken) =>
        storage.WriteAsync(
            async (db, token) =>
            {
                db.Update(channel);
                if (newRefreshToken is not null)
                {
                    await ReplaceAsync(db, channel.Id, newRefreshToken, token);
                }

                await db.SaveChangesAsync(token);
            },
            cancellationToken);

    public async Task<string?> FindRefreshTokenAsync(long channelId, CancellationToken cancellationToken)
    {
        var stored = await storage.ReadAsync(
            (db, token) => db.ChannelCredentials.FirstOrDefaultAsync(row => row.ChannelId == channelId, token),
            cancellationToken);
        if (stored is null)
        {
            return null;
        }

        // Data Protection keys grow old; a token read under an old one is stored again under the current one.
        var protector = (IPersistedDataProtector)Protector(channelId);
        var bytes = protector.DangerousUnprotect(
            Convert.FromBase64String(stored.ProtectedToken),
            ignoreRevocationErrors: false,
            out var isOld,
            out _);
        var refreshToken = Encoding.UTF8.GetString(bytes);
        if (isOld)
        {
            await storage.WriteAsync(
                async (db, token) =>
                {
                    await ReplaceAsync(db, channelId, refreshToken, token);
                    await db.SaveChangesAsync(token);
                },
                cancellationToken);
        }

        return refreshToken;
    }

    private async Task ReplaceAsync(
        PortalDbContext db, long channelId, string refreshToken, CancellationToken cancellationToken)
    {
        var row = await db.ChannelCredentials.FirstOrDefaultAsync(
            credential => credential.ChannelId == channelId, cancellationToken);
        var fresh = Protect(channelId, refreshToken);
        if (row is null)
        {
            db.Add(fresh);
        }
        else
        {
            row.ProtectedToken = fresh.ProtectedToken;
            row.UpdatedAt = fresh.UpdatedAt;
        }
    }

    private ChannelCredential Protect(long channelId, string refreshToken) => new()
    {
        ChannelId = channelId,
        ProtectedToken = Convert.ToBase64String(
            Protector(channelId).Protect(Encoding.UTF8.GetBytes(refreshToken))),
        UpdatedAt = time.GetUtcNow(),
    };

    // One purpose a channel: a token copied to another channel's row does not open there.
    private IDataProtector Protector(long channelId) => protection.CreateProtector(
        "AmazonIn.Channels.RefreshToken", channelId.ToString(CultureInfo.InvariantCulture));
}

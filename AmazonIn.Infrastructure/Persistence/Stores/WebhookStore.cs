using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

internal sealed class WebhookStore(
    Storage<PortalDbContext> storage, IDataProtectionProvider protection, TimeProvider time) : IWebhookStore
{
    public Task<IReadOnlyCollection<long>> ListEnabledAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyCollection<long>>(
            async (db, token) => await db.WebhookEndpoints
                .Where(endpoint => endpoint.State == WebhookState.Enabled)
                .OrderBy(endpoint => endpoint.Id)
                .Select(endpoint => endpoint.Id)
                .ToListAsync(token),
            cancellationToken);

    public Task<WebhookEndpoint?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.WebhookEndpoints.FirstOrDefaultAsync(endpoint => endpoint.Id == id, token), cancellationToken);

    // Encrypted before the transaction begins: Data Protection may have to store a new key of its own, on another
    // connection, and on SQLite would wait for ours to end.
    public Task AddAsync(WebhookEndpoint endpoint, WebhookSecret secret, CancellationToken cancellationToken)
    {
        var key = Protect(endpoint, secret);
        return storage.WriteAsync(
            async (db, token) =>
            {
                db.Add(endpoint);
                await db.SaveChangesAsync(token);
                key.EndpointId = endpoint.Id;
                db.Add(key);
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    public Task SaveAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            db.Update(endpoint);
            await db.SaveChangesAsync(token);
        },
        cancellationToken);

    public Task RemoveAsync(long id, CancellationToken cancellationToken) => storage.WriteAsync(
        (db, token) => db.WebhookEndpoints.Where(endpoint => endpoint.Id == id).ExecuteDeleteAsync(token),
        cancellationToken);

    public async Task<IReadOnlyList<WebhookSecret>> ListSecretsAsync(
        WebhookEndpoint endpoint, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var stored = await storage.ReadAsync(
            (db, token) => db.WebhookKeys
                .Where(key => key.EndpointId == endpoint.Id && (key.EndsAt == null || key.EndsAt > now))
                .OrderByDescending(key => key.Id)
                .Select(key => key.ProtectedSecret)
                .ToListAsync(token),
            cancellationToken);
        var protector = Protector(endpoint);
        return stored.ConvertAll(secret => new WebhookSecret(protector.Unprotect(Convert.FromBase64String(secret))));
    }

    public Task ReplaceSecretAsync(
        WebhookEndpoint endpoint, WebhookSecret secret, DateTimeOffset presentUntil, CancellationToken cancellationToken)
    {
        var key = Protect(endpoint, secret);
        return storage.WriteAsync(
            async (db, token) =>
            {
                var keys = db.WebhookKeys.Where(row => row.EndpointId == endpoint.Id);
                await keys.Where(row => row.EndsAt != null).ExecuteDeleteAsync(token);
                if (presentUntil > time.GetUtcNow())
                {
                    await keys.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndsAt, presentUntil), token);
                }
                else
                {
                    await keys.ExecuteDeleteAsync(token);
                }

                db.Add(key);
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    private WebhookKey Protect(WebhookEndpoint endpoint, WebhookSecret secret) => new()
    {
        EndpointId = endpoint.Id,
        ProtectedSecret = Convert.ToBase64String(Protector(endpoint).Protect(secret.Key.ToArray())),
        CreatedAt = time.GetUtcNow(),
    };

    // One purpose an endpoint: a secret copied to another endpoint's row does not open there.
    private IDataProtector Protector(WebhookEndpoint endpoint) =>
        protection.CreateProtector("AmazonIn.Webhooks.Secret", endpoint.Reference);
}

using System.Security.Cryptography;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Identity;

internal sealed class ApiKeyStore(Storage<PortalDbContext> storage, TimeProvider time) : IApiKeyStore
{
    /// <summary>A busy key must not write a row with every call.</summary>
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    public async Task<Result<CreatedApiKey>> CreateAsync(NewApiKey key, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (Check(key, now) is { } refusal)
        {
            return refusal;
        }

        var text = ApiKeyText.Generate();
        var row = new ApiKey
        {
            Name = key.Name.Trim(),
            Hint = ApiKeyText.Hint(text),
            Hash = ApiKeyText.Hash(text),
            Scopes = string.Join(' ', key.Scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
            CreatedBy = key.CreatedBy,
            CreatedAt = now,
            ExpiresAt = key.ExpiresAt,
        };
        await storage.WriteAsync(
            async (db, token) =>
            {
                db.Add(row);
                await db.SaveChangesAsync(token);
            },
            cancellationToken);
        return new CreatedApiKey(ToRow(row), text);
    }

    public async Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (!ApiKeyText.IsWellFormed(key))
        {
            return null;
        }

        var hash = ApiKeyText.Hash(key);
        var row = await storage.ReadAsync(
            (db, token) => db.ApiKeys.FirstOrDefaultAsync(candidate => candidate.Hash == hash, token),
            cancellationToken);
        var now = time.GetUtcNow();
        if (row is null
            || !CryptographicOperations.FixedTimeEquals(row.Hash, hash)
            || row.RevokedAt is not null
            || row.ExpiresAt <= now)
        {
            return null;
        }

        if (row.LastUsedAt is null || now - row.LastUsedAt >= UseIsNotedEvery)
        {
            await storage.WriteAsync(
                (db, token) => db.ApiKeys.Where(candidate => candidate.Id == row.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.LastUsedAt, now), token),
                cancellationToken);
            row.LastUsedAt = now;
        }

        return ToRow(row);
    }

    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await storage.ReadAsync(
            (db, token) => db.ApiKeys.OrderByDescending(key => key.Id).ToListAsync(token), cancellationToken);
        return rows.ConvertAll(ToRow);
    }

    public async Task<Result> RevokeAsync(long id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var known = await storage.WriteAsync(
            async (db, token) =>
            {
                await db.ApiKeys.Where(key => key.Id == id && key.RevokedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), token);
                return await db.ApiKeys.AnyAsync(key => key.Id == id, token);
            },
            cancellationToken);
        return known ? Result.Success : Error.NotFound("The API key");
    }

    private static Error? Check(NewApiKey key, DateTimeOffset now) =>
        key.Name.Trim().Length is 0 or > NewApiKey.NameMaxLength
            ? new Error("api-key.name", "Enter a name for the key, at most 100 characters.")
        : key.Scopes.Count == 0 || key.Scopes.Except(ApiScope.All, StringComparer.Ordinal).Any()
            ? new Error("api-key.scopes", $"Choose one or more of these scopes: {string.Join(", ", ApiScope.All)}.")
        : key.ExpiresAt <= now || key.ExpiresAt > now + NewApiKey.LongestLife
            ? new Error("api-key.expiry", "A key must expire within 365 days.")
        : null;

    private static ApiKeyRow ToRow(ApiKey key) => new(
        key.Id,
        key.Name,
        key.Hint,
        key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        key.CreatedBy,
        key.CreatedAt,
        key.ExpiresAt,
        key.LastUsedAt,
        key.RevokedAt);
}

using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.Portal.Components.ApiKeys;

/// <summary>Keys in memory.</summary>
internal sealed class FakeApiKeys : IApiKeyStore
{
    public const string MadeKey = "ain_made-for-the-test-0123456789";

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 8, 35, 0, TimeSpan.Zero);

    public List<ApiKeyRow> Rows { get; } = [];

    public List<NewApiKey> Made { get; } = [];

    /// <summary>Thrown by every call while set.</summary>
    public Exception? Fault { get; set; }

    public static ApiKeyRow Row(
        long id,
        string name,
        DateTimeOffset? expiresAt = null,
        DateTimeOffset? lastUsedAt = null,
        DateTimeOffset? revokedAt = null,
        params string[] scopes) => new(
            id, name, $"ain_k{id}x9…", scopes, "Asha", Now.AddDays(-20), expiresAt ?? Now.AddDays(70), lastUsedAt, revokedAt);

    public Task<Result<CreatedApiKey>> CreateAsync(NewApiKey key, CancellationToken cancellationToken)
    {
        if (key.Name.Length == 0)
        {
            return Task.FromResult<Result<CreatedApiKey>>(new Error("api-key.name", "Enter a name for the key."));
        }

        Made.Add(key);
        var row = new ApiKeyRow(
            Rows.Count + 1, key.Name, MadeKey[..8], [.. key.Scopes], key.CreatedBy, Now, key.ExpiresAt, null, null);
        Rows.Insert(0, row);
        return Task.FromResult<Result<CreatedApiKey>>(new CreatedApiKey(row, MadeKey));
    }

    public Task<ApiKeyRow?> FindAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult<ApiKeyRow?>(null);

    public Task<IReadOnlyList<ApiKeyRow>> ListAsync(CancellationToken cancellationToken) => Fault is null
        ? Task.FromResult<IReadOnlyList<ApiKeyRow>>([.. Rows])
        : Task.FromException<IReadOnlyList<ApiKeyRow>>(Fault);

    public Task<Result> RevokeAsync(long id, CancellationToken cancellationToken)
    {
        var index = Rows.FindIndex(row => row.Id == id);
        Rows[index] = Rows[index] with { RevokedAt = Now };
        return Task.FromResult(Result.Success);
    }
}

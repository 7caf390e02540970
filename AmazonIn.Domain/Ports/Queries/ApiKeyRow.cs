namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An API key as people see it after it was made: never the key itself.</summary>
/// <param name="Hint">The first characters of the key, enough to tell two keys apart and no help in guessing one.</param>
/// <param name="Scopes">Of <see cref="Access.ApiScope.All"/>.</param>
public sealed record ApiKeyRow(
    long Id,
    string Name,
    string Hint,
    IReadOnlyList<string> Scopes,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt);

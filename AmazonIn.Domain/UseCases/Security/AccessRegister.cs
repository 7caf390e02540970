using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>
/// Everybody and everything with access: people, disabled ones too, since they can be enabled again, and API keys that
/// still work.
/// </summary>
public sealed class AccessRegister(IUserAccounts users, IApiKeyStore keys, TimeProvider time)
{
    /// <summary>People first, then keys.</summary>
    public async Task<AccessLine[]> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var people = await users.ListAsync(cancellationToken);
        var working = (await keys.ListAsync(cancellationToken)).Where(key => key.RevokedAt is null && key.ExpiresAt > now);
        return [.. people.Select(Line), .. working.Select(Line)];
    }

    private static AccessLine Line(UserRow user) => new(
        AccountIds.OfUser(user.Id),
        user.Id,
        user.DisplayName,
        user.Email,
        user.Role ?? "no role",
        user.Disabled ? "Disabled" : user.AwaitsApproval ? "Waits for approval" : null,
        user.CreatedAt,
        user.LastSignedInAt,
        user.SecondFactor,
        user.TrainedOn);

    private static AccessLine Line(ApiKeyRow key) => new(
        AccountIds.OfApiKey(key.Id),
        UserId: null,
        key.Name,
        key.Hint,
        string.Join(' ', key.Scopes),
        State: null,
        key.CreatedAt,
        key.LastUsedAt,
        SecondFactor: null,
        TrainedOn: null);
}

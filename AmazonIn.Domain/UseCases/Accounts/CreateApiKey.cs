using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Makes a key for the REST API (A4), with no more rights than its maker has.</summary>
public sealed class CreateApiKey(IApiKeyStore keys, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<CreatedApiKey>> RunAsync(
        Actor actor,
        string name,
        IReadOnlyCollection<string> scopes,
        TimeSpan lifetime,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageApiKeys, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (Check(actor, scopes) is { } refused)
        {
            return refused;
        }

        if (lifetime < TimeSpan.FromDays(1) || lifetime > NewApiKey.LongestLife)
        {
            return AccountErrors.LifetimeOutOfRange;
        }

        var entry = new AuditEntry(actor, AuditAction.CreateApiKey, AuditOutcome.Granted, "key", $"API key “{name.Trim()}”")
            .With("scopes", string.Join(' ', scopes.Order(StringComparer.Ordinal)))
            .With("days", lifetime.Days.ToString(CultureInfo.InvariantCulture));
        return await audit.ActAsync(
            entry,
            () => keys.CreateAsync(
                new NewApiKey(name.Trim(), scopes, actor.Name, time.GetUtcNow() + lifetime), cancellationToken),
            created => entry with { Subject = AccountIds.OfApiKey(created.Row.Id) },
            cancellationToken);
    }

    private static Error? Check(Actor actor, IReadOnlyCollection<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return AccountErrors.ScopesMissing;
        }

        if (scopes.Any(scope => !ApiScope.All.Contains(scope)))
        {
            return AccountErrors.ScopeUnknown;
        }

        var beyond = scopes.FirstOrDefault(scope => !ApiScope.PermissionsOf([scope]).All(actor.May));
        return beyond is null ? null : AccountErrors.ScopeBeyondActor(beyond);
    }
}

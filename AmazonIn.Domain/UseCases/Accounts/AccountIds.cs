using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>How people and keys are named as actors: <c>user:17</c>, <c>key:3</c>.</summary>
public static class AccountIds
{
    private const string User = "user:";

    public static string OfUser(long id) => string.Create(CultureInfo.InvariantCulture, $"{User}{id}");

    /// <summary>The person's number; null for a key or the portal itself.</summary>
    public static long? UserOf(Actor actor) =>
        actor.Id.StartsWith(User, StringComparison.Ordinal)
        && long.TryParse(actor.Id.AsSpan(User.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>A record about a person; somebody unknown is named by the number that was asked for.</summary>
    public static AuditEntry Entry(Actor actor, string action, long userId, UserRow? person) =>
        new(actor, action, AuditOutcome.Granted, OfUser(userId), person?.DisplayName ?? "An unknown person");

    public static string OfApiKey(long id) => string.Create(CultureInfo.InvariantCulture, $"key:{id}");
}

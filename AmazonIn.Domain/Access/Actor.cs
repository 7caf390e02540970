using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.Access;

/// <summary>Who asks: a person, an API key, or the portal itself. Every use case checks it before it acts.</summary>
/// <param name="Id">Stable id for the audit trail: <c>user:17</c>, <c>key:3</c>, <c>system</c>.</param>
/// <param name="Name">For people to read in histories.</param>
/// <param name="Permissions">What the actor may do, as of now.</param>
public sealed record Actor(string Id, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>The portal acting by itself: schedules, catch-up, housekeeping.</summary>
    public static Actor System { get; } =
        new("system", "AmazonIn", Permission.All.ToHashSet(StringComparer.Ordinal)) { Origin = "system" };

    /// <summary>Whoever may start the portal's program with a verb.</summary>
    public static Actor CommandLine { get; } = System with { Origin = "verb" };

    /// <summary>
    /// From where, for the audit trail: the network address of the request or of the circuit's connection, <c>verb</c> or
    /// <c>system</c>.
    /// </summary>
    public string Origin { get; init; } = "unknown";

    public bool May(string permission) => Permissions.Contains(permission);

    /// <summary>Success, or the refusal to hand back.</summary>
    public Result Require(string permission) =>
        May(permission) ? Result.Success : Error.Forbidden(permission);
}

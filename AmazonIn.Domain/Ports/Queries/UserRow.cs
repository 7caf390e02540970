namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A person who may sign in.</summary>
/// <param name="Role">Name of one of <see cref="Access.Role.All"/>; null where none was given, which permits nothing.</param>
/// <param name="PasswordChangedAt">Passwords expire a year after it (security.md D-13).</param>
/// <param name="LockedUntil">Set while too many wrong passwords keep the account shut.</param>
public sealed record UserRow(
    long Id,
    string Email,
    string DisplayName,
    string? Role,
    bool Disabled,
    bool SecondFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset PasswordChangedAt,
    DateTimeOffset? LockedUntil)
{
    /// <summary>Id of the actor who invited them.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>Whether somebody else must approve them before they can sign in.</summary>
    public bool AwaitsApproval { get; init; }

    /// <summary>Null where they have not signed in yet.</summary>
    public DateTimeOffset? LastSignedInAt { get; init; }

    /// <summary>When they completed their training in data protection last (security.md D-03).</summary>
    public DateOnly? TrainedOn { get; init; }

    /// <summary>Until when they may not reveal contacts, after unusual use (security.md D-07).</summary>
    public DateTimeOffset? RevealSuspendedUntil { get; init; }

    /// <summary>Leaves the address out of logs.</summary>
    public override string ToString() => $"user {Id}";
}

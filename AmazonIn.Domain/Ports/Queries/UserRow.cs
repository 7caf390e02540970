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
    /// <summary>Until when they may not reveal contacts, after unusual use (security.md D-07).</summary>
    public DateTimeOffset? RevealSuspendedUntil { get; init; }

    /// <summary>Leaves the address out of logs.</summary>
    public override string ToString() => $"user {Id}";
}

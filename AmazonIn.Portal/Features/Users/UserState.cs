using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Whether a person can sign in, as the list says it.</summary>
internal sealed record UserState(string Words, StatusKind Kind, string Icon)
{
    // Passwords expire a year after they were set (security.md D-13).
    private static readonly TimeSpan PasswordLife = TimeSpan.FromDays(365);

    public static UserState Of(UserRow user, DateTimeOffset now) =>
        user.Disabled ? new("Disabled", StatusKind.Neutral, Icons.Material.Outlined.Block)
        : user.AwaitsApproval ? new("Waits for approval", StatusKind.Warning, Icons.Material.Outlined.HowToReg)
        : user.Role is null ? new("No role", StatusKind.Warning, Icons.Material.Outlined.WarningAmber)
        : user.LockedUntil > now ? new("Locked: wrong passwords", StatusKind.Warning, Icons.Material.Outlined.Lock)
        : user.PasswordChangedAt + PasswordLife < now
            ? new("Password expired", StatusKind.Warning, Icons.Material.Outlined.Password)
        : user.RevealSuspendedUntil > now
            ? new("Revealing suspended", StatusKind.Warning, Icons.Material.Outlined.VisibilityOff)
        : new("Active", StatusKind.Success, Icons.Material.Outlined.CheckCircle);
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;

namespace AmazonIn.Portal.Features.ApiKeys;

/// <summary>Whether a key works, as the list says it.</summary>
internal sealed record KeyState(string Words, StatusKind Kind, string Icon, bool Works)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    // A key lives a year at most; its user is to be given a new one in time (security.md D-17).
    private static readonly TimeSpan RotateFrom = TimeSpan.FromDays(330);

    public static KeyState Of(ApiKeyRow key, DateTimeOffset now) =>
        key.RevokedAt is not null ? new("Revoked", StatusKind.Neutral, Icons.Material.Outlined.Block, false)
        : key.ExpiresAt <= now ? new("Expired", StatusKind.Neutral, Icons.Material.Outlined.TimerOff, false)
        : key.ExpiresAt - now <= Soon || now - key.CreatedAt >= RotateFrom ? new("Expires soon", StatusKind.Warning, Icons.Material.Outlined.Schedule, true)
        : new("Active", StatusKind.Success, Icons.Material.Outlined.CheckCircle, true);
}

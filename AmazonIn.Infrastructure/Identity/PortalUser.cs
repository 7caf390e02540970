using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>A person who may sign in.</summary>
public sealed class PortalUser : IdentityUser<long>
{
    public const int DisplayNameMaxLength = 100;

    /// <summary>How histories name the person.</summary>
    public string DisplayName { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Passwords expire a year after this (security.md D-13).</summary>
    public DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>Whether the person chose the present password themselves; one that was handed to them may be changed at once.</summary>
    public bool ChosePassword { get; set; }

    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>Shut by an administrator: no sign-in, and open sessions end at their next check.</summary>
    public bool Disabled { get; set; }

    /// <summary>Leaves the address out of logs.</summary>
    public override string ToString() => $"user {Id}";
}

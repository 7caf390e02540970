using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>A person who may sign in.</summary>
public sealed class PortalUser : IdentityUser<long>
{
    public const int DisplayNameMaxLength = 100;

    /// <summary>Room for an actor's id.</summary>
    public const int ActorMaxLength = 50;

    /// <summary>How histories name the person.</summary>
    public string DisplayName { get; set; } = string.Empty;

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Passwords expire a year after this (security.md D-13).</summary>
    public DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>Whether the person chose the present password themselves; one that was handed to them may be changed at once.</summary>
    public bool ChosePassword { get; set; }

    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>Id of the actor who invited the person (security.md D-04).</summary>
    public string? InvitedBy { get; set; }

    /// <summary>No sign-in before somebody else has approved the invitation.</summary>
    public bool AwaitsApproval { get; set; }

    /// <summary>Id of the actor who approved; null where nobody had to.</summary>
    public string? ApprovedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    /// <summary>When the person completed their training in data protection last (security.md D-03).</summary>
    public DateOnly? TrainedOn { get; set; }

    /// <summary>Whether the account may sign in as far as others decide it.</summary>
    public bool IsOpen => !Disabled && !AwaitsApproval;

    /// <summary>Shut by an administrator: no sign-in, and open sessions end at their next check.</summary>
    public bool Disabled { get; set; }

    /// <summary>After unusual use of contacts (security.md D-07).</summary>
    public DateTimeOffset? RevealSuspendedUntil { get; set; }

    /// <summary>Leaves the address out of logs.</summary>
    public override string ToString() => $"user {Id}";
}

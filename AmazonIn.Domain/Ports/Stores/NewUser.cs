namespace AmazonIn.Domain.Ports.Stores;

/// <summary>A person to let in.</summary>
/// <param name="Email">Signs in with it; unique without regard to case.</param>
/// <param name="Role">Name of one of <see cref="Access.Role.All"/>.</param>
public sealed record NewUser(string Email, string DisplayName, string Role, string Password)
{
    /// <summary>Id of the actor who lets them in; null where the portal was set up by this person.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>Whether somebody else must approve them before they can sign in.</summary>
    public bool AwaitsApproval { get; init; }

    /// <summary>Whether the person chose the password; one that was handed to them may be changed at once (security.md D-14).</summary>
    public bool PasswordIsChosen { get; init; }

    /// <summary>Keeps address and password out of logs.</summary>
    public override string ToString() => $"new {Role}";
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.UseCases.Organisations;

namespace AmazonIn.Domain.UseCases.SetUp;

/// <summary>What the first person tells: who administers the portal, and whose business it is.</summary>
/// <param name="Organisation">As on the organisation's settings page.</param>
public sealed record SetUpRequest(
    string Email,
    string DisplayName,
    string Password,
    OrganisationRequest Organisation)
{
    /// <summary>From where, for the audit trail; nobody has an account yet.</summary>
    public string Origin { get; init; } = Actor.System.Origin;

    /// <summary>Whether a person typed the password, and not a configuration that others read.</summary>
    public bool PasswordIsChosen { get; init; }

    /// <summary>Keeps address and password out of logs.</summary>
    public override string ToString() => "set-up";
}

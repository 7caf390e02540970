using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Accounts;

/// <summary>Why an account or a key is not made or changed.</summary>
public static class AccountErrors
{
    public static Error OwnRole { get; } = new(
        "user.own-role",
        "You cannot change your own role. Ask another administrator to do it.",
        ErrorKind.Conflict);

    public static Error OwnAccount { get; } = new(
        "user.own-account",
        "You cannot disable your own account. Ask another administrator to do it.",
        ErrorKind.Conflict);

    public static Error OwnSecondFactor { get; } = new(
        "user.own-second-factor",
        "You cannot take off your own second factor here. Use “Second factor” in your own menu, with a code.",
        ErrorKind.Conflict);

    public static Error OwnInvitation { get; } = new(
        "user.own-invitation",
        "You invited this person, so somebody else must approve them. Ask another administrator.",
        ErrorKind.Conflict);

    public static Error ApprovedAlready { get; } = new(
        "user.approved", "This person is approved already.", ErrorKind.Conflict);

    public static Error CodeWrong { get; } = new(
        "user.second-factor-code",
        "That code is not right, or was used already. Wait for the next one and enter it.");

    public static Error CodeMissing { get; } = new(
        "user.second-factor-code", "Enter a code of your app, or a recovery code.");

    public static Error PasskeyWrong { get; } = new(
        "user.passkey",
        "That passkey could not be verified. The question may have waited too long, or the passkey belongs to another "
        + "account. Try again.");

    public static Error PasskeyMissing { get; } = new(
        "user.passkey",
        "The browser did not answer with a passkey. It needs a browser that knows passkeys, and scripts must be allowed.");

    public static Error PasskeysTooMany(int most) => new(
        "user.passkeys",
        $"You have {most} passkeys already. Remove one that you no longer use.");

    public static Error EnrolmentExpired { get; } = new(
        "user.second-factor-expired",
        "That took longer than fifteen minutes. Scan the new code and go on.");

    public static Error RoleUnknown { get; } = new(
        "user.role",
        $"Choose one of the roles {string.Join(", ", Role.All.Select(role => role.Name))}.");

    public static Error ScopesMissing { get; } = new("api-key.scopes", "Choose at least one scope for the key.");

    public static Error ScopeBeyondActor(string scope) => new(
        "api-key.scope-beyond-role",
        $"The scope “{scope}” allows more than your own role does, so you cannot hand it out.",
        ErrorKind.Forbidden);

    public static Error ScopeUnknown { get; } = new(
        "api-key.scopes",
        $"A scope is not known. The scopes are {string.Join(", ", ApiScope.All)}.");

    public static Error LifetimeOutOfRange { get; } = new(
        "api-key.lifetime",
        "A key lasts at least one day and at most 365.");
}

namespace AmazonIn.Domain.Audit;

/// <summary>
/// Every kind of act that the audit trail knows. A code is stable: records carry it for thirteen months, and people
/// filter by it. What became of the act is its <see cref="AuditOutcome"/>, not part of the code.
/// </summary>
public static class AuditAction
{
    public const string SignIn = "session.sign-in";
    public const string LockOut = "session.lock-out";
    public const string SignOut = "session.sign-out";
    public const string RefuseAccess = "access.refuse";
    public const string FoundPortal = "portal.found";
    public const string CreateUser = "user.create";
    public const string ChangeUserRole = "user.change-role";
    public const string DisableUser = "user.disable";
    public const string EnableUser = "user.enable";
    public const string ResetPassword = "user.reset-password";
    public const string ChangePassword = "user.change-password";
    public const string CreateApiKey = "api-key.create";
    public const string RevokeApiKey = "api-key.revoke";
    public const string SaveOrganisation = "organisation.save";
    public const string SaveOrderPreference = "orders.save-preference";
    public const string ConnectChannel = "channel.connect";
    public const string ReauthorizeChannel = "channel.reauthorize";
    public const string RenameChannel = "channel.rename";
    public const string RevealContact = "contact.reveal";
    public const string PrintSlip = "contact.print-slip";
    public const string PrintLabel = "contact.print-label";
    public const string HandOverContact = "contact.hand-over";
    public const string SuspendReveal = "contact.suspend-reveal";
    public const string AllowReveal = "contact.allow-reveal";
    public const string DeleteContacts = "contact.delete";
    public const string PurgeHistory = "history.purge";
    public const string VerifyTrail = "audit.verify";
    public const string ExportTrail = "audit.export";
    public const string CutTrail = "audit.cut";
    public const string RotateKeys = "keys.rotate";
    public const string ForgetKeys = "keys.forget";
    public const string Backup = "portal.backup";
    public const string Restore = "portal.restore";

    /// <summary>In the order in which people look for them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignIn, LockOut, SignOut, RefuseAccess, FoundPortal, CreateUser, ChangeUserRole, DisableUser, EnableUser,
        ResetPassword, ChangePassword, CreateApiKey, RevokeApiKey, SaveOrganisation, SaveOrderPreference,
        ConnectChannel, ReauthorizeChannel, RenameChannel, RevealContact, PrintSlip, PrintLabel, HandOverContact,
        SuspendReveal, AllowReveal, DeleteContacts, PurgeHistory, VerifyTrail, ExportTrail, CutTrail,
        RotateKeys, ForgetKeys, Backup, Restore,
    ];
}

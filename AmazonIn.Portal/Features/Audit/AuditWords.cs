using AmazonIn.Domain.Audit;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Audit;

/// <summary>How the trail's codes read on the screen.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        [AuditAction.SignIn] = "Sign in",
        [AuditAction.LockOut] = "Account locked out",
        [AuditAction.SignOut] = "Sign out",
        [AuditAction.RefuseAccess] = "Access refused",
        [AuditAction.FoundPortal] = "Set the portal up",
        [AuditAction.CreateUser] = "Add a user",
        [AuditAction.ChangeUserRole] = "Change a role",
        [AuditAction.DisableUser] = "Disable a user",
        [AuditAction.EnableUser] = "Enable a user",
        [AuditAction.ResetPassword] = "Reset a password",
        [AuditAction.ChangePassword] = "Change own password",
        [AuditAction.CreateApiKey] = "Create an API key",
        [AuditAction.RevokeApiKey] = "Revoke an API key",
        [AuditAction.SaveOrganisation] = "Save the organisation",
        [AuditAction.SaveOrderPreference] = "Save the order preference",
        [AuditAction.ConnectChannel] = "Connect a channel",
        [AuditAction.ReauthorizeChannel] = "Authorise a channel again",
        [AuditAction.RenameChannel] = "Rename a channel",
        [AuditAction.RevealContact] = "Reveal a contact",
        [AuditAction.PrintSlip] = "Print a package slip",
        [AuditAction.PrintLabel] = "Print a shipment label",
        [AuditAction.HandOverContact] = "Hand a contact to a carrier",
        [AuditAction.SuspendReveal] = "Suspend revealing",
        [AuditAction.AllowReveal] = "Allow revealing again",
        [AuditAction.DeleteContacts] = "Delete expired contacts",
        [AuditAction.PurgeHistory] = "Purge sync history",
        [AuditAction.VerifyTrail] = "Verify the audit trail",
        [AuditAction.ExportTrail] = "Export the audit trail",
        [AuditAction.CutTrail] = "Remove the oldest records",
        [AuditAction.RotateKeys] = "Rotate the master key",
        [AuditAction.ForgetKeys] = "Take away old master keys",
        [AuditAction.Backup] = "Back up",
        [AuditAction.Restore] = "Restore a backup",
    };

    /// <summary>An action that is newer than this table reads as its code.</summary>
    public static string Of(string action) => Actions.GetValueOrDefault(action, action);

    public static string Of(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Granted => "Granted",
        AuditOutcome.Done => "Done",
        AuditOutcome.Refused => "Refused",
        AuditOutcome.Failed => "Failed",
    };

    public static StatusKind KindOf(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Granted => StatusKind.Info,
        AuditOutcome.Done => StatusKind.Success,
        AuditOutcome.Refused => StatusKind.Warning,
        AuditOutcome.Failed => StatusKind.Error,
    };
}

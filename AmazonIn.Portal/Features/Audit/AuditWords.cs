using AmazonIn.Domain.Audit;
using AmazonIn.Portal.Components.Shared;

namespace AmazonIn.Portal.Features.Audit;

/// <summary>How the trail's codes read on the screen.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        [AuditAction.SignIn] = "Sign in",
        [AuditAction.VerifySecondFactor] = "Enter a second factor",
        [AuditAction.LockOut] = "Account locked out",
        [AuditAction.SignOut] = "Sign out",
        [AuditAction.UnusualSignIn] = "Unusual sign-in",
        [AuditAction.RefuseAccess] = "Access refused",
        [AuditAction.FoundPortal] = "Set the portal up",
        [AuditAction.CreateUser] = "Add a user",
        [AuditAction.ApproveUser] = "Approve a user",
        [AuditAction.ChangeUserRole] = "Change a role",
        [AuditAction.DisableUser] = "Disable a user",
        [AuditAction.EnableUser] = "Enable a user",
        [AuditAction.ResetPassword] = "Reset a password",
        [AuditAction.ChangePassword] = "Change own password",
        [AuditAction.EnrolSecondFactor] = "Turn own second factor on",
        [AuditAction.RemoveSecondFactor] = "Turn own second factor off",
        [AuditAction.RenewRecoveryCodes] = "Make new recovery codes",
        [AuditAction.ResetSecondFactor] = "Take off a second factor",
        [AuditAction.RecordTraining] = "Record a training",
        [AuditAction.ReviewAccess] = "Sign the access review",
        [AuditAction.ExportAccess] = "Export who has access",
        [AuditAction.CreateApiKey] = "Create an API key",
        [AuditAction.RevokeApiKey] = "Revoke an API key",
        [AuditAction.SaveOrganisation] = "Save the organisation",
        [AuditAction.SaveIncidentContact] = "Name the incident contact",
        [AuditAction.RecordClientSecret] = "Record the client secret's date",
        [AuditAction.SaveOrderPreference] = "Save the order preference",
        [AuditAction.ConnectChannel] = "Connect a channel",
        [AuditAction.ReauthorizeChannel] = "Authorise a channel again",
        [AuditAction.RenameChannel] = "Rename a channel",
        [AuditAction.DisableChannel] = "Disable a channel",
        [AuditAction.EnableChannel] = "Enable a channel",
        [AuditAction.DisconnectChannel] = "Disconnect a channel",
        [AuditAction.MapWarehouse] = "Map a warehouse to a channel",
        [AuditAction.SetStockSync] = "Switch stock sync",
        [AuditAction.LinkListing] = "Change a listing’s link",
        [AuditAction.AdjustStock] = "Adjust stock",
        [AuditAction.TransferStock] = "Transfer stock",
        [AuditAction.ImportStock] = "Import stock adjustments",
        [AuditAction.AddWarehouse] = "Add a warehouse",
        [AuditAction.RenameWarehouse] = "Rename a warehouse",
        [AuditAction.MakeWarehousePrimary] = "Make a warehouse primary",
        [AuditAction.RequestSync] = "Ask for a sync",
        [AuditAction.Resync] = "Resync a run",
        [AuditAction.CancelSync] = "Cancel a run",
        [AuditAction.RevealContact] = "Reveal a contact",
        [AuditAction.PrintSlip] = "Print a package slip",
        [AuditAction.PrintLabel] = "Print a shipment label",
        [AuditAction.HandOverContact] = "Hand a contact to a carrier",
        [AuditAction.SuspendReveal] = "Suspend revealing",
        [AuditAction.AllowReveal] = "Allow revealing again",
        [AuditAction.DeleteContacts] = "Delete expired contacts",
        [AuditAction.CreateWebhook] = "Add a webhook",
        [AuditAction.ChangeWebhook] = "Change a webhook",
        [AuditAction.EnableWebhook] = "Enable a webhook",
        [AuditAction.DisableWebhook] = "Disable a webhook",
        [AuditAction.RotateWebhookSecret] = "Replace a webhook’s secret",
        [AuditAction.RemoveWebhook] = "Delete a webhook",
        [AuditAction.TestWebhook] = "Send a test event",
        [AuditAction.SendWebhookAgain] = "Send an event again",
        [AuditAction.CreateOrder] = "Create an order",
        [AuditAction.EditOrder] = "Edit an order",
        [AuditAction.CloneOrder] = "Clone an order",
        [AuditAction.CommentOrder] = "Comment on an order",
        [AuditAction.FulfilOrder] = "Fulfil an order",
        [AuditAction.UnfulfilOrder] = "Unfulfil an order",
        [AuditAction.VoidOrder] = "Void an order",
        [AuditAction.DeclineCancelRequest] = "Ship despite a request to cancel",
        [AuditAction.PackOrder] = "Pack an order",
        [AuditAction.UnpackPackage] = "Unpack a package",
        [AuditAction.CreateShipment] = "Create a shipment",
        [AuditAction.CorrectShipment] = "Correct a shipment",
        [AuditAction.RetryConfirmation] = "Confirm a shipment again",
        [AuditAction.HandOver] = "Hand a package over to a carrier",
        [AuditAction.ReschedulePickup] = "Reschedule a pickup",
        [AuditAction.PrintCarrierDocument] = "Print a carrier’s document",
        [AuditAction.SaveCarrier] = "Save a carrier",
        [AuditAction.RemoveCarrier] = "Remove a carrier",
        [AuditAction.PurgeHistory] = "Purge sync history",
        [AuditAction.VerifyTrail] = "Verify the audit trail",
        [AuditAction.ExportTrail] = "Export the audit trail",
        [AuditAction.ExportList] = "Export a list",
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

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
    public const string VerifySecondFactor = "session.verify-second-factor";
    public const string UnusualSignIn = "session.unusual";
    public const string RefuseAccess = "access.refuse";
    public const string FoundPortal = "portal.found";
    public const string CreateUser = "user.create";
    public const string ApproveUser = "user.approve";
    public const string ChangeUserRole = "user.change-role";
    public const string DisableUser = "user.disable";
    public const string EnableUser = "user.enable";
    public const string ResetPassword = "user.reset-password";
    public const string ChangePassword = "user.change-password";
    public const string EnrolSecondFactor = "user.enrol-second-factor";
    public const string RemoveSecondFactor = "user.remove-second-factor";
    public const string RenewRecoveryCodes = "user.renew-recovery-codes";
    public const string ResetSecondFactor = "user.reset-second-factor";
    public const string RecordTraining = "user.record-training";
    public const string ReviewAccess = "access.review";
    public const string ExportAccess = "access.export";
    public const string CreateApiKey = "api-key.create";
    public const string RevokeApiKey = "api-key.revoke";
    public const string SaveOrganisation = "organisation.save";
    public const string SaveIncidentContact = "organisation.save-incident-contact";
    public const string RecordClientSecret = "organisation.record-client-secret";
    public const string SaveOrderPreference = "orders.save-preference";
    public const string ConnectChannel = "channel.connect";
    public const string ReauthorizeChannel = "channel.reauthorize";
    public const string RenameChannel = "channel.rename";
    public const string DisableChannel = "channel.disable";
    public const string EnableChannel = "channel.enable";
    public const string DisconnectChannel = "channel.disconnect";
    public const string MapWarehouse = "channel.map-warehouse";
    public const string SetStockSync = "channel.set-stock-sync";
    public const string LinkListing = "listing.link";
    public const string AdjustStock = "stock.adjust";
    public const string TransferStock = "stock.transfer";
    public const string ImportStock = "stock.import";
    public const string AddWarehouse = "warehouse.add";
    public const string RenameWarehouse = "warehouse.rename";
    public const string MakeWarehousePrimary = "warehouse.make-primary";
    public const string RequestSync = "sync.request";
    public const string Resync = "sync.resync";
    public const string CancelSync = "sync.cancel";
    public const string RevealContact = "contact.reveal";
    public const string PrintSlip = "contact.print-slip";
    public const string PrintLabel = "contact.print-label";
    public const string HandOverContact = "contact.hand-over";
    public const string SuspendReveal = "contact.suspend-reveal";
    public const string AllowReveal = "contact.allow-reveal";
    public const string DeleteContacts = "contact.delete";
    public const string WithholdContacts = "contact.withhold";
    public const string PutOffDeletion = "contact.put-off";
    public const string CreateWebhook = "webhook.create";
    public const string ChangeWebhook = "webhook.change";
    public const string EnableWebhook = "webhook.enable";
    public const string DisableWebhook = "webhook.disable";
    public const string RotateWebhookSecret = "webhook.rotate-secret";
    public const string RemoveWebhook = "webhook.remove";
    public const string TestWebhook = "webhook.test";
    public const string SendWebhookAgain = "webhook.send-again";
    public const string CreateOrder = "order.create";
    public const string EditOrder = "order.edit";
    public const string CloneOrder = "order.clone";
    public const string CommentOrder = "order.comment";
    public const string FulfilOrder = "order.fulfil";
    public const string UnfulfilOrder = "order.unfulfil";
    public const string VoidOrder = "order.void";
    public const string DeclineCancelRequest = "order.decline-cancel";
    public const string PackOrder = "package.pack";
    public const string UnpackPackage = "package.unpack";
    public const string CreateShipment = "shipment.create";
    public const string CorrectShipment = "shipment.correct";
    public const string RetryConfirmation = "shipment.retry";
    public const string HandOver = "shipment.hand-over";
    public const string ReschedulePickup = "shipment.reschedule";
    public const string PrintCarrierDocument = "shipment.print";
    public const string SaveCarrier = "carrier.save";
    public const string RemoveCarrier = "carrier.remove";
    public const string PurgeHistory = "history.purge";
    public const string VerifyTrail = "audit.verify";
    public const string ExportTrail = "audit.export";
    public const string ExportList = "list.export";
    public const string CutTrail = "audit.cut";
    public const string RotateKeys = "keys.rotate";
    public const string ForgetKeys = "keys.forget";
    public const string Backup = "portal.backup";
    public const string Restore = "portal.restore";

    /// <summary>In the order in which people look for them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignIn, LockOut, SignOut, VerifySecondFactor, UnusualSignIn, RefuseAccess, FoundPortal, CreateUser,
        ApproveUser, ChangeUserRole, DisableUser, EnableUser, ResetPassword, ChangePassword, EnrolSecondFactor,
        RemoveSecondFactor, RenewRecoveryCodes, ResetSecondFactor, RecordTraining, ReviewAccess, ExportAccess,
        CreateApiKey, RevokeApiKey, SaveOrganisation, SaveIncidentContact, RecordClientSecret, SaveOrderPreference,
        ConnectChannel, ReauthorizeChannel, RenameChannel, DisableChannel, EnableChannel, DisconnectChannel,
        MapWarehouse, SetStockSync, LinkListing, AdjustStock, TransferStock, ImportStock, AddWarehouse,
        RenameWarehouse, MakeWarehousePrimary, RequestSync, Resync, CancelSync, RevealContact, PrintSlip, PrintLabel,
        HandOverContact, SuspendReveal, AllowReveal, DeleteContacts, WithholdContacts, PutOffDeletion, CreateWebhook,
        ChangeWebhook, EnableWebhook, DisableWebhook, RotateWebhookSecret, RemoveWebhook, TestWebhook, SendWebhookAgain, CreateOrder, EditOrder,
        CloneOrder, CommentOrder, FulfilOrder, UnfulfilOrder, VoidOrder, DeclineCancelRequest, PackOrder,
        UnpackPackage, CreateShipment, CorrectShipment, RetryConfirmation, HandOver, ReschedulePickup,
        PrintCarrierDocument, SaveCarrier, RemoveCarrier, PurgeHistory, VerifyTrail, ExportTrail, ExportList,
        CutTrail, RotateKeys, ForgetKeys, Backup, Restore,
    ];
}

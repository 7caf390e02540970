namespace AmazonIn.Domain.Access;

/// <summary>Every permission there is. Code asks for permissions, never for roles.</summary>
public static class Permission
{
    public const string ViewDashboard = "dashboard:view";
    public const string ViewChannels = "channels:view";
    public const string ManageChannels = "channels:manage";
    public const string ViewSync = "sync:view";
    public const string RunSync = "sync:run";
    public const string ViewInventory = "inventory:view";
    public const string ManageInventory = "inventory:manage";
    public const string ViewOrders = "orders:view";
    public const string ManageOrders = "orders:manage";
    public const string ShipOrders = "orders:ship";
    public const string RevealContacts = "contacts:reveal";
    public const string PrintLabels = "contacts:print";
    public const string ViewOrganisation = "organisation:view";
    public const string ManageOrganisation = "organisation:manage";
    public const string ManageUsers = "users:manage";
    public const string ManageApiKeys = "api-keys:manage";
    public const string ManageWebhooks = "webhooks:manage";
    public const string ViewAudit = "audit:view";
    public const string OperatePortal = "portal:operate";

    public static IReadOnlyList<string> All { get; } =
    [
        ViewDashboard, ViewChannels, ManageChannels, ViewSync, RunSync, ViewInventory, ManageInventory, ViewOrders,
        ManageOrders, ShipOrders, RevealContacts, PrintLabels, ViewOrganisation, ManageOrganisation, ManageUsers,
        ManageApiKeys, ManageWebhooks, ViewAudit, OperatePortal,
    ];
}

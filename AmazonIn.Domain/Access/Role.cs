namespace AmazonIn.Domain.Access;

/// <summary>
/// The roles a person can be given, each a set of permissions. Revealing contacts is in no role but Administrator's
/// and Fulfilment's needs are met by labels (security.md D-12): it is granted on purpose or not at all.
/// </summary>
public sealed record Role(string Name, string Description, IReadOnlySet<string> Permissions)
{
    private static readonly string[] Reading =
    [
        Permission.ViewDashboard, Permission.ViewChannels, Permission.ViewSync, Permission.ViewInventory,
        Permission.ViewOrders, Permission.ViewOrganisation,
    ];

    public static Role Administrator { get; } = Of(
        "Administrator",
        "Everything: connections, people, keys and settings.",
        [.. Permission.All]);

    public static Role Manager { get; } = Of(
        "Manager",
        "Runs the shop: inventory, orders, connections and sync. No people, no API keys, no contact details.",
        [
            .. Reading, Permission.ManageChannels, Permission.RunSync, Permission.ManageInventory,
            Permission.ManageOrders, Permission.ShipOrders, Permission.PrintLabels, Permission.ManageOrganisation,
        ]);

    public static Role Fulfilment { get; } = Of(
        "Fulfilment",
        "Packs and ships: sees orders and stock, prints labels.",
        [
            Permission.ViewDashboard, Permission.ViewInventory, Permission.ViewOrders, Permission.ShipOrders,
            Permission.PrintLabels,
        ]);

    public static Role Viewer { get; } = Of("Viewer", "Sees items, orders and sync; changes nothing.", Reading);

    public static Role Auditor { get; } = Of(
        "Auditor",
        "Sees the sync history and the audit trail; changes nothing.",
        [Permission.ViewDashboard, Permission.ViewChannels, Permission.ViewSync, Permission.ViewAudit]);

    public static IReadOnlyList<Role> All { get; } = [Administrator, Manager, Fulfilment, Viewer, Auditor];

    /// <summary>The role of that name, or null.</summary>
    public static Role? Find(string? name) =>
        All.FirstOrDefault(role => string.Equals(role.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Role Of(string name, string description, IEnumerable<string> permissions) =>
        new(name, description, permissions.ToHashSet(StringComparer.Ordinal));
}

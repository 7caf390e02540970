namespace AmazonIn.Domain.Access;

/// <summary>The scopes an API key may carry (contracts.md) and the permissions each stands for.</summary>
public static class ApiScope
{
    private static readonly Dictionary<string, string[]> Scopes = new(StringComparer.Ordinal)
    {
        ["channels:read"] = [Permission.ViewChannels],
        ["channels:write"] = [Permission.ViewChannels, Permission.ManageChannels],
        ["sync:read"] = [Permission.ViewSync],
        ["sync:write"] = [Permission.ViewSync, Permission.RunSync],
        ["inventory:read"] = [Permission.ViewInventory],
        ["inventory:write"] = [Permission.ViewInventory, Permission.ManageInventory],
        ["orders:read"] = [Permission.ViewOrders],
        ["orders:write"] = [Permission.ViewOrders, Permission.ManageOrders, Permission.ShipOrders],
        ["organisation:write"] = [Permission.ViewOrganisation, Permission.ManageOrganisation],
    };

    public static IReadOnlyCollection<string> All => Scopes.Keys;

    /// <summary>The permissions that the known ones among <paramref name="scopes"/> stand for.</summary>
    public static IReadOnlySet<string> PermissionsOf(IEnumerable<string> scopes) => scopes
        .SelectMany(scope => Scopes.GetValueOrDefault(scope, []))
        .ToHashSet(StringComparer.Ordinal);
}

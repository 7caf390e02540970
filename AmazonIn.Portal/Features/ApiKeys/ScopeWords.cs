namespace AmazonIn.Portal.Features.ApiKeys;

/// <summary>What each scope of an API key allows, in words.</summary>
internal static class ScopeWords
{
    public static string Of(string scope) => scope switch
    {
        "channels:read" => "See the connected channels",
        "channels:write" => "Connect, change, disable and disconnect channels",
        "sync:read" => "See sync runs and their records",
        "sync:write" => "Start, repeat and cancel syncs, and choose which orders are imported",
        "inventory:read" => "See items, item groups and warehouses",
        "inventory:write" => "Adjust stock and add warehouses",
        "orders:read" => "See sales orders, customers, packages and shipments, without personal data",
        "orders:write" => "Pack, ship, void and unfulfil sales orders",
        "organisation:write" => "See and change the organisation",
        _ => scope,
    };
}

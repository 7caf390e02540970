using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Stock;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;

namespace AmazonIn.Portal.Features.Items;

/// <summary>What items, listings and stock are called on the screen.</summary>
internal static class ItemWords
{
    public static string Of(FulfilledBy fulfilledBy) => fulfilledBy switch
    {
        FulfilledBy.Merchant => "Merchant",
        FulfilledBy.Amazon => "Amazon FBA",
    };

    public static string IconOf(FulfilledBy fulfilledBy) => fulfilledBy switch
    {
        FulfilledBy.Merchant => Icons.Material.Outlined.Storefront,
        FulfilledBy.Amazon => Icons.Material.Outlined.Warehouse,
    };

    public static string Of(ListingState state) => state switch
    {
        ListingState.Active => "Active",
        ListingState.Inactive => "Inactive",
    };

    public static StatusKind KindOf(ListingState state) => state switch
    {
        ListingState.Active => StatusKind.Success,
        ListingState.Inactive => StatusKind.Neutral,
    };

    public static string Of(ListingLink link) => link switch
    {
        ListingLink.Automatic => "Linked by SKU",
        ListingLink.ByHand => "Linked by hand",
        ListingLink.Unlinked => "Unlinked by hand",
        ListingLink.Ignored => "Ignored",
    };

    /// <summary>Amazon's name of an attribute as people write it: <c>size_name</c> is "Size name".</summary>
    public static string Attribute(string name)
    {
        var words = name.Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static string Of(MovementKind kind) => kind switch
    {
        MovementKind.Opening => "Opening stock",
        MovementKind.Adjustment => "Adjustment",
        MovementKind.TransferIn => "Transfer in",
        MovementKind.TransferOut => "Transfer out",
        MovementKind.Reserved => "Reserved",
        MovementKind.Released => "Released",
        MovementKind.Shipped => "Shipped",
        MovementKind.Returned => "Returned",
    };
}

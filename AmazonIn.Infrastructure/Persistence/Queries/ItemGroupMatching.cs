using AmazonIn.Domain.Catalog;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal static class ItemGroupMatching
{
    /// <summary>Families with the text in parent SKU or title.</summary>
    public static IQueryable<ItemGroup> Search(IQueryable<ItemGroup> groups, string text) => 
        groups.Mentioning(text, group => group.ParentSku, group => group.Title);
}

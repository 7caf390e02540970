namespace AmazonIn.Domain.Catalog;

/// <summary>Which variation families become item groups (I2).</summary>
public static class GroupingPolicy
{
    /// <summary>Families that vary by more are not synced, neither the group nor its members.</summary>
    public const int MaxAttributes = 3;

    public static bool CanGroup(IReadOnlyCollection<string> attributes) => attributes.Count <= MaxAttributes;
}

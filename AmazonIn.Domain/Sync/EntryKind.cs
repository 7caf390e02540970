namespace AmazonIn.Domain.Sync;

/// <summary>What a history entry is about.</summary>
public enum EntryKind
{
    Item,
    ItemGroup,
    Order,
}

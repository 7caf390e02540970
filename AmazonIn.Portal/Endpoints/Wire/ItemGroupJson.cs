using AmazonIn.Domain.Ports.Queries;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A variation family.</summary>
/// <param name="Attributes">Names of the attributes its members differ by, at most three.</param>
/// <param name="Items">How many items belong to it.</param>
internal sealed record ItemGroupJson(
    long Id,
    long ChannelId,
    string ParentSku,
    string Title,
    IReadOnlyList<string> Attributes,
    int Items,
    int OnHand,
    DateTimeOffset UpdatedAt)
{
    public static ItemGroupJson Of(ItemGroupRow group) => new(
        group.Id,
        group.ChannelId,
        group.ParentSku,
        group.Title,
        group.Attributes,
        group.Items,
        group.OnHand,
        group.UpdatedAt);
}

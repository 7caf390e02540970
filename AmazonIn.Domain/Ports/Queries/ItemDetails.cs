namespace AmazonIn.Domain.Ports.Queries;

/// <summary>An item with its family, stock by warehouse and latest ledger lines.</summary>
/// <param name="Item">As in the list.</param>
/// <param name="Attributes">Attribute name and value, in the family's order.</param>
/// <param name="Balances">By warehouse.</param>
/// <param name="Movements">The latest fifty ledger lines, newest first.</param>
/// <param name="OpenOrderLines">Lines of open sales orders for this item.</param>
public sealed record ItemDetails(
    ItemRow Item,
    IReadOnlyList<KeyValuePair<string, string?>> Attributes,
    IReadOnlyList<BalanceRow> Balances,
    IReadOnlyList<MovementRow> Movements,
    int OpenOrderLines);

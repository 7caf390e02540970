namespace AmazonIn.Domain.Ports.Documents;

/// <summary>A table to hand out.</summary>
/// <param name="Name">In words, for the sheet's tab: <c>Sales orders</c>.</param>
/// <param name="Rows">Each with one cell a column.</param>
public sealed record Table(
    string Name, IReadOnlyList<TableColumn> Columns, IAsyncEnumerable<IReadOnlyList<TableCell>> Rows);

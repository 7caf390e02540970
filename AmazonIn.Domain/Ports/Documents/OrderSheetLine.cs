namespace AmazonIn.Domain.Ports.Documents;

/// <summary>One line of a sales order on paper.</summary>
/// <param name="Taxes">A tax component with its amount in each.</param>
public sealed record OrderSheetLine(
    string Position,
    string Title,
    string Sku,
    string Quantity,
    string UnitPrice,
    string Charges,
    string Discount,
    IReadOnlyList<SheetFact> Taxes,
    string Total);

namespace AmazonIn.Domain.Ports.Documents;

/// <summary>A sales order as it is read on paper: texts only, in the seller's formats.</summary>
/// <param name="Seller">The organisation's name.</param>
/// <param name="SellerFacts">Lines below it.</param>
/// <param name="Status">Stands beside the number, as "Void" must.</param>
/// <param name="Sums">From the first amount to the one before the total.</param>
/// <param name="Notes">What must be said of the document, one sentence each.</param>
/// <param name="PrintedBy">By whom and when, at the foot of each page.</param>
public sealed record OrderSheet(
    string Number,
    string Status,
    string Seller,
    IReadOnlyList<string> SellerFacts,
    IReadOnlyList<SheetFact> Facts,
    IReadOnlyList<OrderSheetLine> Lines,
    IReadOnlyList<SheetSum> Sums,
    SheetSum Total,
    IReadOnlyList<SheetComment> Comments,
    IReadOnlyList<string> Notes,
    string PrintedBy);

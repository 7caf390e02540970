namespace AmazonIn.Domain.Ports.Parcels;

/// <summary>
/// Draws what goes with a parcel as PDF. The only documents that show a buyer's personal data (H2): whole files in memory,
/// fonts embedded, nothing written to a disk or kept.
/// </summary>
public interface IParcelPrinter
{
    /// <summary>A slip on A4 for each package.</summary>
    byte[] PrintSlips(IReadOnlyList<PackageSlip> slips, PrintMark mark);

    /// <summary>A label for each parcel.</summary>
    byte[] PrintLabels(IReadOnlyList<ParcelLabel> labels, LabelPaper paper, PrintMark mark);
}

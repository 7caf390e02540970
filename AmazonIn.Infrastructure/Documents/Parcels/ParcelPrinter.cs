using AmazonIn.Domain.Ports.Parcels;

namespace AmazonIn.Infrastructure.Documents.Parcels;

internal sealed class ParcelPrinter : IParcelPrinter
{
    public byte[] PrintSlips(IReadOnlyList<PackageSlip> slips, PrintMark mark) => SlipPages.Print(slips, mark);

    public byte[] PrintLabels(IReadOnlyList<ParcelLabel> labels, LabelPaper paper, PrintMark mark) => LabelPages.Print(labels, paper, mark);
}

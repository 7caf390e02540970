namespace AmazonIn.Domain.Ports.Documents;

/// <summary>Draws sales orders as PDF. What it is given has no place for a buyer's personal data (X4).</summary>
public interface IOrderSheetPrinter
{
    /// <summary>A whole PDF file on A4, fonts embedded. Nothing is written to a disk.</summary>
    byte[] Print(OrderSheet sheet);
}

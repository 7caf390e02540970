namespace AmazonIn.Domain.Ports.Documents;

/// <summary>The kinds of files that a table can be.</summary>
public enum TableFormat
{
    Csv,

    /// <summary>Excel's workbook.</summary>
    Xlsx,
}

namespace AmazonIn.Domain.Ports.Documents;

/// <summary>
/// Writes a table as a file that people open in a spreadsheet. No text of it ever runs as a formula, and figures stay
/// figures.
/// </summary>
public interface ITableWriter
{
    /// <summary>Streams: no more than a page of rows is held at a time.</summary>
    Task WriteAsync(Table table, TableFormat format, Stream target, CancellationToken cancellationToken);
}

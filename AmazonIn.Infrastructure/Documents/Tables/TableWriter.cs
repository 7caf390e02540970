using AmazonIn.Domain.Ports.Documents;

namespace AmazonIn.Infrastructure.Documents.Tables;

internal sealed class TableWriter : ITableWriter
{
    public Task WriteAsync(Table table, TableFormat format, Stream target, CancellationToken cancellationToken) => format switch
    {
        TableFormat.Csv => CsvTable.WriteAsync(table, target, cancellationToken),
        TableFormat.Xlsx => new Workbook(table).WriteAsync(target, cancellationToken),
    };
}

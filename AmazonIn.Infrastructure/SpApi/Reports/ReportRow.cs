using AmazonIn.Infrastructure.SpApi.Json;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>A row of a report, read by column name. Columns come and go: one that is missing reads as null.</summary>
internal readonly struct ReportRow(IReadOnlyDictionary<string, int> columns, string[] values)
{
    /// <summary>Blank is null.</summary>
    public string? this[string column] =>
        columns.TryGetValue(column, out var index) && index < values.Length ? WireText.Trimmed(values[index]) : null;

    /// <summary>As it stands, blanks included: a SKU may begin or end with one.</summary>
    public string? Exact(string column) =>
        columns.TryGetValue(column, out var index) && index < values.Length ? WireText.OrNull(values[index]) : null;
}

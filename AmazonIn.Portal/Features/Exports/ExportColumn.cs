using AmazonIn.Domain.Ports.Documents;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>A column of an export: its heading, and what of a row stands in it.</summary>
/// <param name="Width">In letters.</param>
internal sealed record ExportColumn<TRow>(string Title, Func<TRow, TableCell> Cell, int Width = 14);

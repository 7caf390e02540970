namespace AmazonIn.Domain.UseCases.Exports;

/// <summary>Rows that are read while they are written.</summary>
public sealed record ExportedRows<T>(IAsyncEnumerable<T> Rows);

namespace AmazonIn.Domain.Ports.Documents;

/// <summary>A column of a table.</summary>
/// <param name="Width">In letters, where the format has widths.</param>
public sealed record TableColumn(string Title, int Width = 14);

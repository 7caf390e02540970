namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>A column of a table on paper.</summary>
internal sealed record Column(string Title, float X, float Width, Align Align)
{
    private const float Gap = 1;
    private const float Padding = 3;

    /// <summary>Columns beside each other from <paramref name="left"/>, each with its width.</summary>
    public static Column[] Row(float left, (string Title, float Width, Align Align)[] columns)
    {
        var x = left;
        return Array.ConvertAll(columns, column =>
        {
            var made = new Column(column.Title, x + Padding, column.Width - (2 * Padding) - Gap, column.Align);
            x += column.Width;
            return made;
        });
    }
}

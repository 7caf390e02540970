using System.Globalization;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>One order of the real file, read in the plainest way, as a yardstick.</summary>
internal sealed record RealOrder(string Id, bool Imported, string State, IReadOnlyList<string> Skus, decimal ItemTotal)
{
    /// <summary>The file's path, or null where it is not at hand.</summary>
    public static string? FindFile()
    {
        var folder = Environment.GetEnvironmentVariable("AMAZONIN_SHARED");
        if (string.IsNullOrEmpty(folder))
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (root is not null && !File.Exists(Path.Combine(root.FullName, "AmazonIn.sln")))
            {
                root = root.Parent;
            }

            folder = root is null ? null : Path.Combine(root.FullName, "..", "shared");
        }

        var file = folder is null ? null : Path.GetFullPath(Path.Combine(folder, "data", "all-orders-amazon-in.tsv"));
        return File.Exists(file) ? file : null;
    }

    public static IReadOnlyList<RealOrder> ReadAll(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split('\t');
        return
        [
            .. lines.Skip(1)
                .Select(line => line.Split('\t'))
                .GroupBy(fields => fields[0], StringComparer.Ordinal)
                .Select(group => new RealOrder(
                    group.Key,
                    group.Any(fields => IsImported(Of(fields, "order-status"))),
                    Of(group.First(), "ship-state"),
                    [.. group.Select(fields => Of(fields, "sku"))],
                    group.Sum(Total))),
        ];

        string Of(string[] fields, string column)
        {
            var index = Array.IndexOf(columns, column);
            return index >= 0 && index < fields.Length ? fields[index] : string.Empty;
        }

        decimal Total(string[] fields) =>
            Number(Of(fields, "item-price")) + Number(Of(fields, "item-tax")) + Number(Of(fields, "shipping-price"))
            + Number(Of(fields, "shipping-tax")) + Number(Of(fields, "gift-wrap-price"))
            + Number(Of(fields, "gift-wrap-tax")) - Number(Of(fields, "item-promotion-discount"))
            - Number(Of(fields, "ship-promotion-discount"));
    }

    private static bool IsImported(string status) =>
        status.StartsWith("Ship", StringComparison.Ordinal) || status == "Pending - Waiting for Pick Up";

    private static decimal Number(string text) =>
        text.Length == 0 ? 0m : decimal.Parse(text, CultureInfo.InvariantCulture);
}

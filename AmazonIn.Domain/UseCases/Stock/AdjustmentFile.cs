using System.Globalization;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.UseCases.Stock;

/// <summary>The lines of an adjustment file as they stand there, before anything is looked up.</summary>
internal sealed record AdjustmentFile(IReadOnlyList<AdjustmentFile.Row> Rows)
{
    public const int MaxRows = 50_000;

    private const string Sku = "sku";
    private const string Warehouse = "warehouse";
    private const string Quantity = "quantity";
    private const string Delta = "delta";
    private const string Reason = "reason";

    /// <summary>A line; <paramref name="Problem"/> where it is not understood.</summary>
    internal sealed record Row(
        int Line, string Sku, string Warehouse, int? Quantity, int? Delta, string Reason, Error? Problem);

    public static Result<AdjustmentFile> Read(string text, string? reason)
    {
        try
        {
            using var lines = Csv.Read(text).GetEnumerator();
            if (!lines.MoveNext())
            {
                return Wrong("The file is empty.");
            }

            var columns = lines.Current.Fields.Select(field => field.Trim().ToUpperInvariant()).ToList();
            int ColumnOf(string name) => columns.IndexOf(name.ToUpperInvariant());
            if (ColumnOf(Sku) < 0 || (ColumnOf(Quantity) < 0 && ColumnOf(Delta) < 0))
            {
                return Wrong(
                    "The first line must name the columns: sku, warehouse, quantity or delta, reason. "
                    + "The columns sku and one of quantity and delta are needed.");
            }

            var rows = new List<Row>();
            while (lines.MoveNext())
            {
                if (rows.Count == MaxRows)
                {
                    return Wrong("A file can have at most 50,000 lines. Split it.");
                }

                var (line, fields) = lines.Current;
                string Of(string name) => ColumnOf(name) is >= 0 and var at && at < fields.Count ? fields[at] : string.Empty;
                rows.Add(ReadRow(line, Of, reason));
            }

            return rows.Count == 0 ? Wrong("The file has no lines below its heading.") : new AdjustmentFile(rows);
        }
        catch (FormatException exception)
        {
            return Wrong(exception.Message);
        }
    }

    private static Row ReadRow(int line, Func<string, string> of, string? reason)
    {
        var why = of(Reason).Trim() is { Length: > 0 } own ? own : reason?.Trim() ?? string.Empty;
        var row = new Row(line, of(Sku), of(Warehouse).Trim(), null, null, why, null);
        if (row.Sku.Length == 0)
        {
            return row with { Problem = StockErrors.SkuMissing };
        }

        if (StockReason.Check(why).Error is { } noReason)
        {
            return row with { Reason = why.Length > StockMovement.ReasonMaxLength ? why[..StockMovement.ReasonMaxLength] : why, Problem = noReason };
        }

        var (quantity, delta) = (of(Quantity).Trim(), of(Delta).Trim());
        if ((Odd(quantity) ?? Odd(delta)) is { } odd)
        {
            return row with
            {
                Problem = new Error(
                    "stock.no-number", $"“{(odd.Length <= 20 ? odd : odd[..20] + "…")}” is no whole number of units, or too large a one."),
            };
        }

        return row with
        {
            Quantity = Units(quantity),
            Delta = Units(delta),
            Problem = StockAdjustmentPolicy.Check(Units(quantity), Units(delta)),
        };
    }

    private static string? Odd(string text) => text.Length > 0 && Units(text) is null ? text : null;

    private static int? Units(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units) ? units : null;

    private static Error Wrong(string message) => new("stock.file", message);
}

using System.Globalization;
using AmazonIn.Domain.Orders;

namespace AmazonIn.Portal.Features.SalesOrders;

/// <summary>
/// A number as it is typed. While the text is none, the last good number stays in the reckoning and the text is marked.
/// </summary>
public sealed class DraftField(decimal? value, bool isWhole = false, bool mayBeEmpty = false)
{
    private string text = TextOf(value);

    /// <summary>The last good number.</summary>
    public decimal? Value { get; private set; } = value;

    /// <summary>What is wrong with the text; null while it is a number.</summary>
    public string? Error { get; private set; }

    /// <summary>As typed. Blanks and digit grouping as people write them are no matter.</summary>
    public string Text
    {
        get => text;
        set
        {
            text = value;
            var plain = value.Replace(",", string.Empty, StringComparison.Ordinal).Replace("₹", string.Empty, StringComparison.Ordinal).Trim();
            if (plain.Length == 0 && mayBeEmpty)
            {
                (Value, Error) = (null, null);
            }
            else if (decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && (!isWhole || number == decimal.Truncate(number)) && number <= (isWhole ? LineEdit.MaxQuantity : LineEdit.MaxAmount))
            {
                (Value, Error) = (number, null);
            }
            else
            {
                Error = isWhole ? "Enter a whole number up to 1,00,000." : "Enter an amount such as 499.00, up to 10 crore.";
            }
        }
    }

    private static string TextOf(decimal? value) => value?.ToString("0.##########", CultureInfo.InvariantCulture) ?? string.Empty;
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>An amount as text, so that no reader takes it for binary floating point.</summary>
/// <param name="Amount">At least two decimals, more where there are more: <c>499.00</c>.</param>
/// <param name="Currency">ISO 4217.</param>
internal sealed record MoneyJson(string Amount, string Currency)
{
    // As many places as a decimal can have, so that nothing is ever rounded away.
    private const string Format = "0.00##########################";

    public static MoneyJson Of(decimal amount, string currency) =>
        new(amount.ToString(Format, CultureInfo.InvariantCulture), currency);

    [return: NotNullIfNotNull(nameof(amount))]
    public static MoneyJson? Of(decimal? amount, string currency) => amount is { } known ? Of(known, currency) : null;
}

using System.Globalization;

namespace AmazonIn.Domain.Shipping;

/// <summary>Reads a carrier's tracking number as people paste it.</summary>
public static class TrackingNumber
{
    /// <summary>
    /// The number without blanks, which people copy from labels and which no carrier uses; null where nothing is left,
    /// it is too long, or it holds something that is neither a letter, a digit nor one of <c>- _ . /</c>.
    /// </summary>
    public static string? Read(string? text)
    {
        var number = string.Concat((text ?? string.Empty).Where(letter => !IsBlank(letter)));
        return number.Length is > 0 and <= Shipment.TrackingNumberMaxLength && number.All(IsAllowed) ? number : null;
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '/';

    // Zero-width blanks come along from web pages.
    private static bool IsBlank(char letter) =>
        char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}

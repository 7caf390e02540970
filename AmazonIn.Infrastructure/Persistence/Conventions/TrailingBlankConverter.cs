using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>
/// Keeps “A” and “A ” apart on SQL Server, which under every collation compares texts as if the shorter one were filled
/// up with blanks: a text that ends in a blank is stored with a mark behind it.
/// </summary>
internal sealed class TrailingBlankConverter() : ValueConverter<string, string>(text => Mark(text), stored => Unmark(stored))
{
    // A control character that no SKU or id holds.
    private const char EndMark = '\u0003';

    private static string Mark(string text) => text.EndsWith(' ') ? text + EndMark : text;

    private static string Unmark(string stored) => stored.EndsWith(EndMark) ? stored[..^1] : stored;
}

using System.Buffers.Text;
using System.Globalization;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Writes numbers and instants as UTF-8 exactly as SqliteParameter would, only without a string in between: an import
/// writes millions of them.
/// </summary>
internal static class SqliteText
{
    /// <summary>Enough for any decimal and any instant.</summary>
    public const int MaxLength = 64;

    private const string DecimalFormat = "0.0###########################";
    private const int TicksDigits = 7;

    // Amounts of up to four decimals and fifteen digits before them, that is every amount that the columns can hold.
    private const int Scale = 4;
    private const decimal LargestShort = 99_999_999_999_999m;

    public static int Write(decimal amount, Span<byte> text)
    {
        if (amount.Scale > Scale || amount > LargestShort || amount < -LargestShort)
        {
            amount.TryFormat(text, out var written, DecimalFormat, CultureInfo.InvariantCulture);
            return written;
        }

        var scaled = (long)(amount * 10_000m);
        var length = 0;
        if (scaled < 0)
        {
            text[length++] = (byte)'-';
            scaled = -scaled;
        }

        var (whole, fraction) = Math.DivRem(scaled, 10_000L);
        Utf8Formatter.TryFormat(whole, text[length..], out var digits);
        length += digits;
        text[length++] = (byte)'.';
        Utf8Formatter.TryFormat(fraction, text[length..], out _, new('D', Scale));
        return TrimZeros(text, length, length + Scale, least: 1);
    }

    public static int Write(DateTime instant, Span<byte> text)
    {
        Digits(text, instant.Year, 4);
        text[4] = (byte)'-';
        Digits(text[5..], instant.Month, 2);
        text[7] = (byte)'-';
        Digits(text[8..], instant.Day, 2);
        text[10] = (byte)' ';
        Digits(text[11..], instant.Hour, 2);
        text[13] = (byte)':';
        Digits(text[14..], instant.Minute, 2);
        text[16] = (byte)':';
        Digits(text[17..], instant.Second, 2);
        var fraction = (int)(instant.Ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0)
        {
            return 19;
        }

        text[19] = (byte)'.';
        Digits(text[20..], fraction, TicksDigits);
        return TrimZeros(text, 20, 20 + TicksDigits, least: 0);
    }

    private static void Digits(Span<byte> text, int number, int count)
    {
        for (var index = count - 1; index >= 0; index--)
        {
            (number, var digit) = Math.DivRem(number, 10);
            text[index] = (byte)('0' + digit);
        }
    }

    private static int TrimZeros(ReadOnlySpan<byte> text, int start, int end, int least)
    {
        while (end > start + least && text[end - 1] == (byte)'0')
        {
            end--;
        }

        return end;
    }
}

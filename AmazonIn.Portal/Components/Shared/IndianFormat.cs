using System.Globalization;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>
/// How people in India read numbers, amounts, times and durations. Needs no operating system locale, so it gives the
/// same on every machine.
/// </summary>
internal static class IndianFormat
{
    /// <summary>Shown where there is no value.</summary>
    public const string Nothing = "—";

    private const string NoBreak = "\u00A0";

    private static readonly NumberFormatInfo Indian = Grouped([3, 2]);
    private static readonly NumberFormatInfo Western = Grouped([3]);

    private static readonly DateTimeFormatInfo Calendar = CultureInfo.InvariantCulture.DateTimeFormat;

    /// <summary><c>1,23,456</c>.</summary>
    public static string Count(long count) => count.ToString("#,##0", Indian);

    /// <summary>
    /// <c>₹1,23,456.00</c> for rupees, <c>AED 1,234.50</c> for others: at least two decimals, more where the amount has
    /// them, never rounded.
    /// </summary>
    public static string Money(decimal? amount, string currency)
    {
        if (amount is not { } value)
        {
            return Nothing;
        }

        var sign = value < 0 ? "−" : string.Empty;
        var rupees = currency == "INR";
        var digits = Math.Abs(value).ToString("#,##0.00########", rupees ? Indian : Western);
        return rupees ? $"{sign}₹{digits}" : $"{sign}{currency}{NoBreak}{digits}";
    }

    /// <summary>For axes and tiles: <c>₹950</c>, <c>₹12.4 K</c>, <c>₹1.5 L</c>, <c>₹2 Cr</c> (thousand, lakh, crore).</summary>
    public static string ShortMoney(decimal amount, string currency)
    {
        var mark = currency == "INR" ? "₹" : currency + NoBreak;
        var sign = amount < 0 ? "−" : string.Empty;
        var size = Math.Abs(amount);
        var (divisor, unit) = size switch
        {
            >= 1_00_00_000m => (1_00_00_000m, NoBreak + "Cr"),
            >= 1_00_000m => (1_00_000m, NoBreak + "L"),
            >= 10_000m => (1_000m, NoBreak + "K"),
            _ => (1m, string.Empty),
        };
        return sign + mark + (size / divisor).ToString(divisor == 1m ? "#,##0" : "0.#", Indian) + unit;
    }

    /// <summary><c>23 Nov 2026, 14:05</c>.</summary>
    public static string DateAndTime(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy, HH:mm", Calendar);

    /// <summary><c>23 Nov 2026</c>.</summary>
    public static string Date(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("d MMM yyyy", Calendar);

    /// <summary><c>23 Nov</c>.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("d MMM", Calendar);

    /// <summary>
    /// The time alone where it falls on today, else with its date: <c>18:04</c>, <c>24 Nov, 02:00</c>.
    /// </summary>
    public static string ShortTime(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var today = TimeZoneInfo.ConvertTime(now, zone);
        var format = local.Date == today.Date ? "HH:mm" : local.Year == today.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm";
        return local.ToString(format, Calendar);
    }

    /// <summary><c>just now</c>, <c>12 min ago</c>, <c>in 3 h</c>, <c>5 days ago</c>; the date from thirty days on.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var distance = now - at;
        var length = distance.Duration();
        if (length < TimeSpan.FromMinutes(1))
        {
            return distance >= TimeSpan.Zero ? "just now" : "in a moment";
        }

        if (length >= TimeSpan.FromDays(30))
        {
            return Date(at, zone);
        }

        var words = length < TimeSpan.FromHours(1) ? $"{(int)length.TotalMinutes} min"
            : length < TimeSpan.FromDays(1) ? $"{(int)length.TotalHours} h"
            : Plural((int)length.TotalDays, "day");
        return distance > TimeSpan.Zero ? words + " ago" : "in " + words;
    }

    /// <summary><c>8 s</c>, <c>4 min 10 s</c>, <c>1 h 5 min</c>, <c>2 days 3 h</c>.</summary>
    public static string Duration(TimeSpan length) =>
        length < TimeSpan.FromSeconds(1) ? "under 1 s"
        : length < TimeSpan.FromMinutes(1) ? $"{(int)length.TotalSeconds} s"
        : length < TimeSpan.FromHours(1) ? Join($"{(int)length.TotalMinutes} min", length.Seconds, "s")
        : length < TimeSpan.FromDays(1) ? Join($"{(int)length.TotalHours} h", length.Minutes, "min")
        : Join(Plural((int)length.TotalDays, "day"), length.Hours, "h");

    /// <summary><c>1 order</c>, <c>1,204 orders</c>.</summary>
    public static string Plural(long count, string one, string? many = null) =>
        $"{Count(count)} {(count == 1 ? one : many ?? one + "s")}";

    private static string Join(string head, int rest, string unit) => rest == 0 ? head : $"{head} {rest} {unit}";

    private static NumberFormatInfo Grouped(int[] sizes)
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberGroupSizes = sizes;
        format.NegativeSign = "−";
        return NumberFormatInfo.ReadOnly(format);
    }
}

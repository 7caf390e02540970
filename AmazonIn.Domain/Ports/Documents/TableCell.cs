namespace AmazonIn.Domain.Ports.Documents;

/// <summary>One cell: a text, a figure of our own, or a time. Only what the code made from a number is a figure.</summary>
public readonly record struct TableCell
{
    public static TableCell Empty => default;

    public string? Text { get; private init; }

    public decimal? Figure { get; private init; }

    /// <summary>Whether <see cref="Figure"/> is an amount of money, so that two decimals are shown.</summary>
    public bool IsAmount { get; private init; }

    /// <summary>Local time in the zone of whoever asked.</summary>
    public DateTime? Time { get; private init; }

    public static TableCell Of(string? text) => new() { Text = text };

    public static TableCell Of(long figure) => new() { Figure = figure };

    /// <summary>Null where there is no amount, which is not zero.</summary>
    public static TableCell Money(decimal? amount) => new() { Figure = amount, IsAmount = true };

    public static TableCell At(DateTimeOffset? at, TimeZoneInfo zone) =>
        new() { Time = at is { } time ? TimeZoneInfo.ConvertTime(time, zone).DateTime : null };
}

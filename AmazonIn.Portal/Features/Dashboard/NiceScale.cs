namespace AmazonIn.Portal.Features.Dashboard;

/// <summary>Round numbers for a chart's axis, from zero to at least the greatest value.</summary>
/// <param name="Top">Value of the uppermost line.</param>
/// <param name="Ticks">From zero to <paramref name="Top"/>.</param>
internal sealed record NiceScale(decimal Top, IReadOnlyList<decimal> Ticks)
{
    private static readonly decimal[] Steps = [1m, 2m, 2.5m, 5m, 10m];

    /// <param name="greatest">The greatest value to show.</param>
    /// <param name="whole">Counts have no halves.</param>
    public static NiceScale For(decimal greatest, bool whole)
    {
        const int Wanted = 4;
        var rough = Math.Max(greatest, (decimal)Wanted) / Wanted;
        var magnitude = 1m;
        while (magnitude * 10 <= rough)
        {
            magnitude *= 10;
        }

        while (magnitude > rough)
        {
            magnitude /= 10;
        }

        var step = Steps.Select(factor => factor * magnitude)
            .First(candidate => candidate >= rough && (!whole || candidate == decimal.Truncate(candidate)));
        var count = (int)Math.Ceiling(Math.Max(greatest, step) / step);
        return new NiceScale(step * count, [.. Enumerable.Range(0, count + 1).Select(index => index * step)]);
    }
}

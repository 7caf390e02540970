using AmazonIn.Infrastructure.SpApi.Errors;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Amazon has sent orders of the year 1 and of 1995. A moment that cannot be is no moment.</summary>
internal static class PlausibleTime
{
    private const int FirstYear = 1990;

    private static readonly TimeSpan _clockSkew = TimeSpan.FromDays(2);

    /// <exception cref="UnreadableRecordException">
    /// There is none, or it is before 1990 or more than two days ahead.
    /// </exception>
    public static DateTimeOffset Require(DateTimeOffset? moment, string member, DateTimeOffset now)
    {
        if (moment is not { } time)
        {
            throw new UnreadableRecordException(
                "order.incomplete", $"Amazon sent this order without “{member}”, which it must have.");
        }

        return time.Year >= FirstYear && time <= now + _clockSkew
            ? time
            : throw new UnreadableRecordException(
                "order.impossible-date",
                $"Amazon sent this order with the impossible date {time:yyyy-MM-dd} as “{member}”.");
    }

    /// <summary>For moments that an order can do without; they may lie ahead.</summary>
    public static DateTimeOffset? OrNull(DateTimeOffset? moment) => moment?.Year >= FirstYear ? moment : null;
}

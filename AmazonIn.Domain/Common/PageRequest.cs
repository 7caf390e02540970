namespace AmazonIn.Domain.Common;

/// <summary>Which part of a list is wanted: by offset for a screen's pager, or after a key for a cursor.</summary>
/// <param name="Take">Rows wanted; clamped to 1..200.</param>
/// <param name="Skip">Rows passed over; for screens.</param>
/// <param name="AfterId">For cursors: only rows that come after the row with this id, in the list's id order.
/// With it the order is by id, newest first, and <see cref="PageOf{T}.Total"/> is not counted.</param>
public sealed record PageRequest(int Take = 50, int Skip = 0, long? AfterId = null)
{
    /// <summary>The most rows one request may ask for.</summary>
    public const int MaxTake = 200;

    /// <summary>Ordered by id for a cursor, also on the first page, which has no <see cref="AfterId"/>.</summary>
    public bool ByCursor { get; init; }

    public int Take { get; } = Math.Clamp(Take, 1, MaxTake);

    public int Skip { get; } = Math.Max(0, Skip);
}

namespace AmazonIn.Domain.UseCases.Security;

/// <summary>Which days people may record as past.</summary>
internal static class PastDay
{
    private const int MostDays = 3653;

    /// <summary>
    /// Whether the day has begun somewhere in India at the latest, and lies no more than ten years back. The clock is
    /// UTC's: for the first hours of an Indian morning its day is still yesterday.
    /// </summary>
    public static bool Fits(DateOnly day, TimeProvider time)
    {
        var latest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime.AddHours(5.5));
        return day <= latest && latest.DayNumber - day.DayNumber <= MostDays;
    }
}

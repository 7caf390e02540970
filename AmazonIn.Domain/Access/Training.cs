namespace AmazonIn.Domain.Access;

/// <summary>The training in data protection that everybody with access repeats each year (security.md D-03).</summary>
public static class Training
{
    public const int LifeDays = 365;

    /// <summary>Whether it is to be done, again or for the first time.</summary>
    public static bool IsDue(DateOnly? trainedOn, DateOnly today) =>
        trainedOn is not { } on || today.DayNumber - on.DayNumber > LifeDays;
}

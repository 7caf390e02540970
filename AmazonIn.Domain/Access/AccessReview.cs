namespace AmazonIn.Domain.Access;

/// <summary>Somebody looked at everybody with access and signed for it (security.md D-08).</summary>
/// <param name="People">How many people were on the list.</param>
/// <param name="Keys">How many API keys.</param>
public sealed record AccessReview(DateTimeOffset At, string ActorId, string ActorName, int People, int Keys)
{
    /// <summary>Amazon asks for a review every quarter.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromDays(90);

    /// <summary>When the next one is due.</summary>
    /// <param name="last">Null where none was signed yet; then the first is due a quarter after the first person came.</param>
    public static DateTimeOffset DueAt(AccessReview? last, DateTimeOffset firstPerson) =>
        (last?.At ?? firstPerson) + Interval;
}

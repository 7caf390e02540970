namespace AmazonIn.Domain.Access;

/// <summary>
/// How old the client secret of the application at Amazon is. Amazon wants a new one every 180 days and shuts the
/// application out after that (security.md D-18). The secret itself is configuration; people record when it was issued.
/// </summary>
public readonly record struct ClientSecretAge(int Days)
{
    public const int LifeDays = 180;

    /// <summary>From these days on people are told, more urgently each time.</summary>
    private const int SoonFrom = 150;
    private const int NearFrom = 165;
    private const int LastFrom = 175;

    public static ClientSecretAge Of(DateOnly issuedOn, DateOnly today) => new(today.DayNumber - issuedOn.DayNumber);

    /// <summary>Negative once it is overdue.</summary>
    public int DaysLeft => LifeDays - Days;

    public SecretUrgency Urgency => Days switch
    {
        >= LifeDays => SecretUrgency.Overdue,
        >= LastFrom => SecretUrgency.Last,
        >= NearFrom => SecretUrgency.Near,
        >= SoonFrom => SecretUrgency.Soon,
        _ => SecretUrgency.None,
    };
}

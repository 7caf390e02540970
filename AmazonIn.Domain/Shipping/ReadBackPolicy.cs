namespace AmazonIn.Domain.Shipping;

/// <summary>
/// When a confirmed package is looked at again. Amazon takes a confirmation at once and shows it a little later, so the
/// first look comes after two and a half minutes, behind what its documentation gives searches for settling (two
/// minutes); what differs then is looked at twice more before a person is told.
/// </summary>
public static class ReadBackPolicy
{
    private static readonly TimeSpan[] _looks = [TimeSpan.FromSeconds(150), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    public static DateTimeOffset FirstAfter(DateTimeOffset accepted) => accepted + _looks[0];

    /// <summary>The next look after a number of them; null after the last.</summary>
    public static DateTimeOffset? NextAfter(int looks, DateTimeOffset now) => looks < _looks.Length ? now + _looks[looks] : null;

    /// <summary>When Amazon could not be asked.</summary>
    public static DateTimeOffset AgainAfterFailure(DateTimeOffset now) => now + _looks[0];
}

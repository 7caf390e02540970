namespace AmazonIn.Domain.Privacy;

/// <summary>
/// How often one person may reveal contacts before the portal takes it for something else than work (security.md D-07).
/// No source prescribes the numbers: a person who packs by the labels hardly ever reveals.
/// </summary>
public static class RevealPolicy
{
    public const int MostInShortWindow = 20;
    public const int MostInDay = 100;

    public static readonly TimeSpan ShortWindow = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>How long the right rests after that, unless an administrator gives it back.</summary>
    public static readonly TimeSpan Suspension = TimeSpan.FromDays(1);

    /// <summary>How long a revealed contact is shown (security.md B-16).</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromSeconds(60);

    /// <param name="inShortWindow">Reveals of the person in the last <see cref="ShortWindow"/>, this one included.</param>
    /// <param name="inDay">The same in the last <see cref="Day"/>.</param>
    public static bool IsUnusual(int inShortWindow, int inDay) => inShortWindow > MostInShortWindow || inDay > MostInDay;
}

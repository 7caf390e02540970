using System.Text;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>
/// All texts that begin with a prefix, as a range of an ordinally compared column: unlike LIKE, a range is read from an
/// index on both databases.
/// </summary>
/// <param name="From">The prefix itself, the least of them.</param>
/// <param name="Below">The least text that comes after all of them; null where there is none.</param>
internal sealed record KeyRange(string From, string? Below)
{
    private const int FirstSurrogate = 0xD800;
    private const int AfterSurrogates = 0xE000;
    private const int LastRune = 0x10FFFF;

    public static KeyRange StartingWith(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        while (runes is [.., { Value: LastRune }])
        {
            runes.RemoveAt(runes.Count - 1);
        }

        if (runes.Count == 0)
        {
            return new KeyRange(prefix, null);
        }

        var next = runes[^1].Value + 1;
        runes[^1] = new Rune(next == FirstSurrogate ? AfterSurrogates : next);
        return new KeyRange(prefix, string.Concat(runes));
    }
}

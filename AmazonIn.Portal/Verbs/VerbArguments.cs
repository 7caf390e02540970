using System.Globalization;

namespace AmazonIn.Portal.Verbs;

/// <summary>What stood behind a verb: a word for each place, <c>--option value</c> pairs and lone <c>--flags</c>.</summary>
internal sealed class VerbArguments
{
    private readonly Dictionary<string, string?> given = new(StringComparer.Ordinal);

    /// <param name="places">Names of the words that stand without an option, in their order.</param>
    /// <param name="options">Options that take a value.</param>
    /// <param name="flags">Options that take none.</param>
    /// <exception cref="WrongUsageException">Something else stands there, a value is missing, or an option comes twice.</exception>
    public VerbArguments(
        IReadOnlyList<string> words,
        IReadOnlyList<string> places,
        IReadOnlyCollection<string> options,
        IReadOnlyCollection<string> flags)
    {
        var open = new Queue<string>(places);
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            string? value = null;
            if (word is [not '-', ..] && open.TryDequeue(out var place))
            {
                (word, value) = (place, word);
            }
            else if (options.Contains(word))
            {
                value = index + 1 < words.Count && !words[index + 1].StartsWith("--", StringComparison.Ordinal)
                    ? words[++index]
                    : throw new WrongUsageException($"{word} needs a value.");
            }
            else if (!flags.Contains(word))
            {
                throw new WrongUsageException($"“{word}” is not known here.");
            }

            if (!given.TryAdd(word, value))
            {
                throw new WrongUsageException($"{word} is given twice.");
            }
        }
    }

    public bool Has(string flag) => given.ContainsKey(flag);

    public string? Text(string option) => given.GetValueOrDefault(option);

    public string Required(string option) =>
        Text(option) is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw new WrongUsageException($"{option} is missing.");

    /// <summary>A whole number as it was written, checked here so that anything else is wrong usage.</summary>
    public string? Number(string option)
    {
        var text = Text(option);
        return text is null || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? text
            : throw new WrongUsageException($"{option} must be a whole number.");
    }
}

using System.Collections.Frozen;
using System.Text;

namespace AmazonIn.Domain.Tax;

/// <summary>
/// Reads the state names that buyers and Amazon really write. The spellings are those seen in a public export of
/// 128,975 Amazon.in order rows, and the usual abbreviations (security.md section 5.3). Case, spaces, punctuation and
/// "&amp;" against "and" make no difference. What is not known stays unknown: nothing is guessed.
/// </summary>
public static class StateNames
{
    private static readonly (string Code, string[] Names)[] Aliases =
    [
        ("01", ["J&K", "JK"]),
        ("02", ["HP"]),
        ("03", ["Punjab/Mohali/Zirakpur", "PB"]),
        ("04", ["CH"]),
        ("05", ["Uttaranchal", "UK"]),
        ("06", ["HR"]),
        ("07", ["New Delhi", "NCT of Delhi", "DL"]),
        ("08", ["Rajshthan", "Rajsthan", "RJ"]),
        ("09", ["UP"]),
        ("10", ["BR"]),
        ("11", ["SK"]),
        ("12", ["AR"]),
        ("13", ["NL"]),
        ("14", ["MN"]),
        ("15", ["MZ"]),
        ("16", ["TR"]),
        ("17", ["ML"]),
        ("18", ["AS"]),
        ("19", ["WB"]),
        ("20", ["JH"]),
        ("21", ["Orissa", "OD", "OR"]),
        ("22", ["Chattisgarh", "CG", "CT"]),
        ("23", ["MP"]),
        ("24", ["GJ"]),
        ("26", ["Dadra and Nagar", "Dadra and Nagar Haveli", "Daman and Diu", "DN", "DD", "DNHDD"]),
        ("27", ["MH"]),
        ("29", ["KA"]),
        ("30", ["GA"]),
        ("31", ["LD", "Lakshadweep Islands"]),
        ("32", ["KL"]),
        ("33", ["TN"]),
        ("34", ["Pondicherry", "PY"]),
        ("35", ["Andaman and Nicobar", "AN", "A & N Islands"]),
        ("36", ["TS", "TG"]),
        ("37", ["AP"]),
        ("38", ["LA"]),
    ];

    private static readonly FrozenDictionary<string, GstState> ByName = GstState.All
        .Select(state => (Name: state.Name, State: state))
        .Concat(Aliases.SelectMany(alias => alias.Names.Select(name => (Name: name, State: GstState.Find(alias.Code)!))))
        .ToFrozenDictionary(pair => Normalize(pair.Name), pair => pair.State, StringComparer.Ordinal);

    /// <summary>The state that <paramref name="text"/> means, or null where that is not certain.</summary>
    public static GstState? Read(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : ByName.GetValueOrDefault(Normalize(text));

    /// <summary>Whether the text is the official name, apart from case and punctuation.</summary>
    public static bool IsOfficialName(string text, GstState state) => Normalize(text) == Normalize(state.Name);

    /// <summary>An address of the Army Post Office: no state at all, so it is held for review.</summary>
    public static bool IsArmyPostOffice(string? text) => text is not null && Normalize(text) is "APO" or "ARMYPOSTOFFICE";

    private static string Normalize(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var character in text.Replace("&", " and ", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(character))
            {
                result.Append(char.ToUpperInvariant(character));
            }
        }

        return result.ToString();
    }
}

using System.Text.RegularExpressions;

namespace AmazonIn.Domain.Tax;

/// <summary>
/// A GST identification number whose format and check character are right. It embeds a PAN and is kept in the vault:
/// printing it shows only its state. Structure and check: security.md section 5.1.
/// </summary>
public sealed partial record Gstin
{
    /// <summary>Characters in a GSTIN.</summary>
    public const int Length = 15;

    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private Gstin(string value) => Value = value;

    public string Value { get; }

    /// <summary>The first two digits.</summary>
    public string StateCode => Value[..2];

    /// <summary>The GSTIN in <paramref name="text"/> (case and outer blanks ignored), or null if it is not one.</summary>
    public static Gstin? Parse(string? text)
    {
        var candidate = text?.Trim().ToUpperInvariant();
        if (candidate is not { Length: Length } || !Shape().IsMatch(candidate) || !HasKnownState(candidate))
        {
            return null;
        }

        return CheckCharacter(candidate) == candidate[^1] ? new Gstin(candidate) : null;
    }

    /// <summary>The mod-36 check character for the first 14 characters.</summary>
    public static char CheckCharacter(string firstFourteen)
    {
        var sum = 0;
        for (var index = 0; index < Length - 1; index++)
        {
            var product = Alphabet.IndexOf(firstFourteen[index], StringComparison.Ordinal) * (index % 2 == 0 ? 1 : 2);
            sum += (product / 36) + (product % 36);
        }

        return Alphabet[(36 - (sum % 36)) % 36];
    }

    public override string ToString() => $"[GSTIN of state {StateCode}]";

    // 97 is "other territory", 99 the centre's jurisdiction: no states to deliver in, but valid registrations.
    private static bool HasKnownState(string candidate) =>
        candidate[..2] is "97" or "99" || GstState.Find(candidate[..2]) is not null;

    [GeneratedRegex("^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z][0-9A-Z][0-9A-Z]$")]
    private static partial Regex Shape();
}

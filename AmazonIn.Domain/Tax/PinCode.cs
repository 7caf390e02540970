using System.Collections.Frozen;

namespace AmazonIn.Domain.Tax;

/// <summary>
/// India Post's PIN codes, as far as they hint at a state. The first three digits are no function of the state
/// (security.md section 5.4), so this only ever warns.
/// </summary>
public static class PinCode
{
    private static readonly FrozenDictionary<string, (int From, int To)[]> Ranges =
        new Dictionary<string, (int, int)[]>(StringComparer.Ordinal)
        {
            ["01"] = [(180, 194)],
            ["02"] = [(171, 177)],
            ["03"] = [(140, 160)],
            ["04"] = [(160, 160)],
            ["05"] = [(244, 263)],
            ["06"] = [(121, 136)],
            ["07"] = [(110, 110)],
            ["08"] = [(301, 345)],
            ["09"] = [(201, 285)],
            ["10"] = [(800, 855)],
            ["11"] = [(737, 737)],
            ["12"] = [(790, 792)],
            ["13"] = [(797, 798)],
            ["14"] = [(795, 795)],
            ["15"] = [(796, 796)],
            ["16"] = [(799, 799)],
            ["17"] = [(793, 794)],
            ["18"] = [(781, 788)],
            ["19"] = [(700, 743)],
            ["20"] = [(813, 835)],
            ["21"] = [(751, 770)],
            ["22"] = [(490, 497)],
            ["23"] = [(450, 488)],
            ["24"] = [(360, 396)],
            ["26"] = [(362, 362), (396, 396)],
            ["27"] = [(400, 445)],
            ["29"] = [(560, 591)],
            ["30"] = [(403, 403)],
            ["31"] = [(682, 682)],
            ["32"] = [(670, 695)],
            ["33"] = [(600, 643)],
            ["34"] = [(533, 533), (605, 605), (607, 607), (609, 609), (673, 673)],
            ["35"] = [(744, 744)],
            ["36"] = [(500, 509)],
            ["37"] = [(500, 535)],
            ["38"] = [(194, 194)],
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a well-formed civil PIN code lies outside every range known for the state.</summary>
    public static bool LooksOutside(string? postalCode, GstState state)
    {
        var digits = postalCode?.Replace(" ", string.Empty, StringComparison.Ordinal);
        if (digits is not null && digits.EndsWith(".0", StringComparison.Ordinal))
        {
            digits = digits[..^2];
        }

        // 9 is the Army Postal Service, which has no state.
        if (digits is not { Length: 6 } || digits[0] is '0' or '9' || !digits.All(char.IsAsciiDigit))
        {
            return false;
        }

        var head = ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + (digits[2] - '0');
        return !Ranges[state.Code].Any(range => head >= range.From && head <= range.To);
    }
}

namespace AmazonIn.Tests.Documents;

/// <summary>Reads Code 128 by the widths of bars alone, with a table of its own made from the standard's rule.</summary>
internal static class Code128Reader
{
    // ISO/IEC 15417, table 1, as eleven modules in binary from value 0 on.
    private const string Table =
        "11011001100 11001101100 11001100110 10010011000 10010001100 10001001100 10011001000 10011000100 10001100100 11001001000 "
        + "11001000100 11000100100 10110011100 10011011100 10011001110 10111001100 10011101100 10011100110 11001110010 11001011100 "
        + "11001001110 11011100100 11001110100 11101101110 11101001100 11100101100 11100100110 11101100100 11100110100 11100110010 "
        + "11011011000 11011000110 11000110110 10100011000 10001011000 10001000110 10110001000 10001101000 10001100010 11010001000 "
        + "11000101000 11000100010 10110111000 10110001110 10001101110 10111011000 10111000110 10001110110 11101110110 11010001110 "
        + "11000101110 11011101000 11011100010 11011101110 11101011000 11101000110 11100010110 11101101000 11101100010 11100011010 "
        + "11101111010 11001000010 11110001010 10100110000 10100001100 10010110000 10010000110 10000101100 10000100110 10110010000 "
        + "10110000100 10011010000 10011000010 10000110100 10000110010 11000010010 11001010000 11110111010 11000010100 10001111010 "
        + "10100111100 10010111100 10010011110 10111100100 10011110100 10011110010 11110100100 11110010100 11110010010 11011011110 "
        + "11011110110 11110110110 10101111000 10100011110 10001011110 10111101000 10111100010 11110101000 11110100010 10111011110 "
        + "10111101110 11101011110 11110101110 11010000100 11010010000 11010011100";

    private static readonly Dictionary<string, int> _values =
        Table.Split(' ').Select((pattern, value) => (pattern, value)).ToDictionary(pair => pair.pattern, pair => pair.value);

    /// <summary>The text, or null where start, check digit or stop are wrong.</summary>
    public static string? Read(bool[] modules)
    {
        var bits = string.Concat(modules.Select(black => black ? '1' : '0'));
        if (bits.Length % 11 != 2 || !bits.EndsWith("1100011101011", StringComparison.Ordinal))
        {
            return null;
        }

        var symbols = Enumerable.Range(0, (bits.Length - 13) / 11)
            .Select(at => _values.GetValueOrDefault(bits.Substring(at * 11, 11), -1))
            .ToList();
        var check = symbols[0] + symbols.SkipLast(1).Select((symbol, at) => symbol * at).Sum();
        if (symbols.Contains(-1) || check % 103 != symbols[^1])
        {
            return null;
        }

        var (inC, text) = (symbols[0] == 105, string.Empty);
        foreach (var symbol in symbols.Skip(1).SkipLast(1))
        {
            (inC, text) = symbol switch
            {
                99 when !inC => (true, text),
                100 when inC => (false, text),
                _ => (inC, text + (inC ? symbol.ToString("D2", System.Globalization.CultureInfo.InvariantCulture) : ((char)(symbol + 32)).ToString())),
            };
        }

        return text;
    }
}

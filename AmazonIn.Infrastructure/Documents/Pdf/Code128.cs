namespace AmazonIn.Infrastructure.Documents.Pdf;

/// <summary>
/// Code 128 (ISO/IEC 15417): code set B, and C for runs of digits, which halves their width. Enough for tracking
/// numbers; other characters are not encoded.
/// </summary>
internal static class Code128
{
    private const int StartB = 104;
    private const int StartC = 105;
    private const int ToC = 99;
    private const int ToB = 100;
    private const int Stop = 106;

    // Widths of bars and spaces in turn, by symbol value.
    private static readonly string[] _patterns =
    [
        "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212",
        "112232", "122132", "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131",
        "311222", "321122", "321221", "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
        "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131", "113123", "113321", "133121",
        "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321", "331121", "312113", "312311", "332111",
        "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
        "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
        "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113",
        "114311", "411113", "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112",
    ];

    /// <summary>Whether the text can be a barcode: printable ASCII.</summary>
    public static bool Takes(string text) => text.Length > 0 && text.All(letter => letter is >= ' ' and <= '~');

    /// <summary>The modules from the first bar to the last, true for black. Quiet zones are the caller's.</summary>
    public static bool[] Modules(string text)
    {
        if (!Takes(text))
        {
            throw new ArgumentException("Only printable ASCII can be a barcode.", nameof(text));
        }

        var symbols = Symbols(text);
        var check = symbols[0] + symbols.Select((symbol, at) => symbol * at).Sum();
        return [.. symbols.Append(check % 103).Append(Stop).SelectMany(Bars)];
    }

    private static List<int> Symbols(string text)
    {
        var digits = DigitsAt(text, 0);
        var inC = digits >= 4 || (digits == text.Length && digits == 2);
        var symbols = new List<int> { inC ? StartC : StartB };
        for (var at = 0; at < text.Length;)
        {
            digits = DigitsAt(text, at);
            if (inC && digits >= 2)
            {
                symbols.Add(((text[at] - '0') * 10) + text[at + 1] - '0');
                at += 2;
            }
            else if (inC)
            {
                symbols.Add(ToB);
                inC = false;
            }
            else if (digits >= 6 || (digits >= 4 && at + digits == text.Length))
            {
                // An odd digit stays in B, so that the rest are pairs.
                if (digits % 2 == 1)
                {
                    symbols.Add(text[at++] - ' ');
                }

                symbols.Add(ToC);
                inC = true;
            }
            else
            {
                symbols.Add(text[at++] - ' ');
            }
        }

        return symbols;
    }

    private static int DigitsAt(string text, int from) => text.Skip(from).TakeWhile(char.IsAsciiDigit).Count();

    private static IEnumerable<bool> Bars(int symbol) => _patterns[symbol]
        .SelectMany((width, at) => Enumerable.Repeat(at % 2 == 0, width - '0'));
}

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>Makes up GST numbers whose check character is right.</summary>
internal static class Gstin
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Make(string stateCode, Rng rng)
    {
        Span<char> number = stackalloc char[15];
        stateCode.CopyTo(number);
        for (var i = 2; i < 7; i++)
        {
            number[i] = (char)('A' + rng.Below(26));
        }

        for (var i = 7; i < 11; i++)
        {
            number[i] = (char)('0' + rng.Below(10));
        }

        number[11] = (char)('A' + rng.Below(26));
        number[12] = '1';
        number[13] = 'Z';
        number[14] = CheckCharacter(number[..14]);
        return new string(number);
    }

    /// <summary>Weights 1 and 2 in turn; each product counts with its quotient and remainder by 36.</summary>
    public static char CheckCharacter(ReadOnlySpan<char> first14)
    {
        var sum = 0;
        for (var i = 0; i < 14; i++)
        {
            var product = Alphabet.IndexOf(first14[i], StringComparison.Ordinal) * (i % 2 + 1);
            sum += (product / 36) + (product % 36);
        }

        return Alphabet[(36 - (sum % 36)) % 36];
    }
}

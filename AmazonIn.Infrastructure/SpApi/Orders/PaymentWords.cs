using System.Text;

namespace AmazonIn.Infrastructure.SpApi.Orders;

/// <summary>Amazon's payment methods in words: <c>CashOnDelivery</c> is "Cash on delivery".</summary>
internal static class PaymentWords
{
    public static string? Of(IEnumerable<string?> methods)
    {
        var words = methods
            .Where(method => !string.IsNullOrWhiteSpace(method))
            .Select(method => InWords(method!.Trim()))
            .Distinct(StringComparer.OrdinalIgnoreCase);
        var all = string.Join(", ", words);
        return all.Length == 0 ? null : all;
    }

    private static string InWords(string method)
    {
        if (method.Equals("COD", StringComparison.OrdinalIgnoreCase))
        {
            return "Cash on delivery";
        }

        // Abbreviations such as UPI stay as they are.
        if (method.All(letter => !char.IsLower(letter)) && !method.Contains('_', StringComparison.Ordinal))
        {
            return method;
        }

        var text = new StringBuilder(method.Length + 4);
        for (var index = 0; index < method.Length; index++)
        {
            var letter = method[index];
            if (letter is '_' or '-' or ' ')
            {
                text.Append(' ');
                continue;
            }

            var startsWord = index > 0 && char.IsUpper(letter) && char.IsLower(method[index - 1]);
            if (startsWord)
            {
                text.Append(' ');
            }

            text.Append(index == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

using System.Collections.Frozen;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>
/// The ten thousand passwords that leaks show most often, each as its letters alone, in small letters: what a person adds
/// until a rule on length and kinds is content are digits and signs (ADR-024).
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "Identity.common-passwords.txt";

    private static readonly FrozenSet<string> Letters = Read();

    public static int Count => Letters.Count;

    /// <param name="letters">A password's letters alone, in small letters.</param>
    public static bool Contains(string letters) => Letters.Contains(letters);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(password => string.Concat(password.Where(char.IsLetter)))
            .Where(letters => letters.Length > 0)
            .ToFrozenSet(StringComparer.Ordinal);
    }
}

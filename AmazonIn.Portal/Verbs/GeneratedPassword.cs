using System.Security.Cryptography;

namespace AmazonIn.Portal.Verbs;

/// <summary>A password that nobody chose: 24 characters of every class, without letters that look alike.</summary>
internal static class GeneratedPassword
{
    private const int Length = 24;

    private static readonly string[] Classes = ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "-_.+=%#"];

    public static string New()
    {
        var all = string.Concat(Classes);
        var characters = Classes.Select(one => one[RandomNumberGenerator.GetInt32(one.Length)])
            .Concat(RandomNumberGenerator.GetItems<char>(all, Length - Classes.Length))
            .ToArray();
        RandomNumberGenerator.Shuffle<char>(characters);
        return new string(characters);
    }
}

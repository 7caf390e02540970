using System.Security.Cryptography;

namespace AmazonIn.Portal.Features.Users;

/// <summary>
/// Makes passwords that the portal's rules accept: twenty characters of all four classes, without those that are
/// easily taken for one another when read out. About 120 random bits.
/// </summary>
internal static class NewPassword
{
    private const int Length = 20;

    private static readonly string[] Classes =
        ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", "!#%+-=?@*"];

    public static string Make()
    {
        var characters = new char[Length];
        for (var index = 0; index < Length; index++)
        {
            var from = index < Classes.Length ? Classes[index] : string.Concat(Classes);
            characters[index] = from[RandomNumberGenerator.GetInt32(from.Length)];
        }

        RandomNumberGenerator.Shuffle<char>(characters);
        return new string(characters);
    }
}

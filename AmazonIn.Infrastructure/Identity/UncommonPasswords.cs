using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>
/// Refuses passwords that are common ones in disguise (ASVS 6.2.4): one of <see cref="CommonPasswords"/>, or any number of
/// <see cref="CommonWords"/>, with digits and signs around them or in place of letters.
/// </summary>
internal sealed class UncommonPasswords : IPasswordValidator<PortalUser>
{
    // A password of fewer different characters is a pattern, not a password.
    private const int FewestCharacters = 6;

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(IsCommon(password ?? string.Empty)
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "PasswordCommon",
                Description = "That is one of the passwords that are guessed first. Choose words that do not belong together.",
            })
            : IdentityResult.Success);

    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var core = lower.Trim([.. lower.Where(character => !char.IsLetter(character))]);
        return lower.Distinct().Count() < FewestCharacters
            || IsGuessed(string.Concat(lower.Where(char.IsLetter)))
            || IsGuessed(Letters(core, one: 'i', signs: true))
            || IsGuessed(Letters(core, one: 'l', signs: true))
            || IsGuessed(Letters(core, one: 'i', signs: false))
            || IsGuessed(Letters(core, one: 'l', signs: false));
    }

    /// <param name="one">What the digit one stands for.</param>
    /// <param name="signs">Whether signs stand for letters, too, or only part words.</param>
    private static string Letters(string password, char one, bool signs) => string.Concat(password
        .Select(character => character switch
        {
            '0' => 'o',
            '1' => one,
            '3' => 'e',
            '4' => 'a',
            '5' => 's',
            '7' => 't',
            '8' => 'b',
            '9' => 'g',
            '!' or '|' when signs => one,
            '@' when signs => 'a',
            '$' when signs => 's',
            _ => character,
        })
        .Where(char.IsLetter));

    private static bool IsGuessed(string letters) => CommonPasswords.Contains(letters) || IsOfCommonWords(letters);

    /// <summary>Whether words of the list fill the text without a rest.</summary>
    private static bool IsOfCommonWords(string text)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = text.Length > 0;
        for (var start = 0; start < text.Length; start++)
        {
            for (var end = start + 1; reached[start] && end <= text.Length && end - start <= CommonWords.Longest; end++)
            {
                reached[end] |= CommonWords.Contains(text[start..end]);
            }
        }

        return reached[^1];
    }
}

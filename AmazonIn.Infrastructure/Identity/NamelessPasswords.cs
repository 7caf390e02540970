using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>Refuses passwords that contain a word of the person's name or address, of three letters or more (D-13).</summary>
internal sealed class NamelessPasswords : IPasswordValidator<PortalUser>
{
    private const int ShortestWord = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var address = user.Email?.Split('@')[0] ?? string.Empty;
        var holdsName = Words(address).Concat(Words(user.DisplayName))
            .Any(word => password?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
        return Task.FromResult(holdsName
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "PasswordHoldsName",
                Description = "Passwords must not contain parts of the person's name or e-mail address.",
            })
            : IdentityResult.Success);
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || !char.IsLetter(text[index]))
            {
                if (index - start >= ShortestWord)
                {
                    yield return text[start..index];
                }

                start = index + 1;
            }
        }
    }
}

using AmazonIn.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>Why an account is not made or changed.</summary>
internal static class UserErrors
{
    public static Error UnknownRole { get; } = new(
        "user.unknown-role",
        $"There is no such role. Choose one of {string.Join(", ", Domain.Access.Role.All.Select(role => role.Name))}.");

    public static Error DisplayName { get; } = new("user.display-name", "Enter the person's name, at most 100 characters.");

    public static Error LastAdministrator { get; } = new(
        "user.last-administrator",
        "This is the last administrator. Make somebody else an administrator first.",
        ErrorKind.Conflict);

    /// <summary>Identity's own reasons; they name rules, never values that were entered.</summary>
    public static Error Refused(IdentityResult result)
    {
        var codes = result.Errors.Select(error => error.Code).ToList();
        return codes.Exists(code => code is nameof(IdentityErrorDescriber.DuplicateEmail)
                or nameof(IdentityErrorDescriber.DuplicateUserName))
            ? new Error("user.email-taken", "Somebody has this e-mail address already.", ErrorKind.Conflict)
            : codes.Exists(code => code is nameof(IdentityErrorDescriber.InvalidEmail)
                or nameof(IdentityErrorDescriber.InvalidUserName))
                ? new Error("user.email", "That is not an e-mail address.")
            : codes.Contains(nameof(IdentityErrorDescriber.ConcurrencyFailure))
                ? new Error(
                    "user.changed", "Somebody else changed this person. Reload and try again.", ErrorKind.Conflict)
            : new Error(
                codes.Exists(code => code.StartsWith("Password", StringComparison.Ordinal))
                    ? "user.password-weak"
                    : "user.refused",
                string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}

using System.ComponentModel.DataAnnotations;

namespace AmazonIn.Portal.Components.Account;

internal sealed class PasswordForm
{
    /// <summary>The rules in words (security.md D-13); whoever checks them stands behind the accounts port.</summary>
    public const string Rules =
        "At least 12 characters with a capital, a small letter, a digit and a sign; no part of your name or address.";

    [Required(ErrorMessage = "Enter your present password.")]
    [StringLength(200, ErrorMessage = "That is longer than any password here.")]
    public string Current { get; set; } = string.Empty;

    [Required(ErrorMessage = "Enter a new password.")]
    [StringLength(200, ErrorMessage = "Choose at most 200 characters.")]
    public string New { get; set; } = string.Empty;

    [Compare(nameof(New), ErrorMessage = "The two new passwords differ.")]
    public string Repeated { get; set; } = string.Empty;
}

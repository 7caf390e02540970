using System.ComponentModel.DataAnnotations;

namespace AmazonIn.Portal.Components.Account;

internal sealed class LoginForm
{
    [Required(ErrorMessage = "Enter your e-mail address.")]
    [StringLength(256, ErrorMessage = "That is longer than any e-mail address.")]
    public string Email { get; set; } = string.Empty;

    [Required(ErrorMessage = "Enter your password.")]
    [StringLength(200, ErrorMessage = "That is longer than any password here.")]
    public string Password { get; set; } = string.Empty;

    /// <summary>What the browser answered for a passkey, as JSON.</summary>
    [StringLength(Passkeys.CredentialMaxLength)]
    public string? Credential { get; set; }
}

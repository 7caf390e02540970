using System.ComponentModel.DataAnnotations;

namespace AmazonIn.Portal.Components.Account;

internal sealed class SecondFactorForm
{
    /// <summary>Value of <see cref="Action"/> that leads to another passkey or app.</summary>
    public const string Add = "add";

    /// <summary>Value of <see cref="Action"/> that makes new recovery codes.</summary>
    public const string Renew = "renew";

    /// <summary>Value of <see cref="Action"/> that turns the second factor off.</summary>
    public const string Remove = "remove";

    /// <summary>Of the app, or a recovery code; empty where a passkey answers instead.</summary>
    [StringLength(40, ErrorMessage = "That is longer than any code.")]
    public string? Code { get; set; }

    /// <summary>What the browser answered for a passkey, as JSON.</summary>
    [StringLength(Passkeys.CredentialMaxLength)]
    public string? Credential { get; set; }

    /// <summary>How the person calls a new passkey.</summary>
    [StringLength(Passkeys.NameMaxLength, ErrorMessage = "Use up to fifty characters.")]
    public string? Name { get; set; }

    /// <summary>The enrolment that has begun, encrypted; proves that the person was confirmed where they had to be.</summary>
    [StringLength(2000)]
    public string? Ticket { get; set; }

    /// <summary>Which of the page's buttons was pressed.</summary>
    [StringLength(10)]
    public string? Action { get; set; }

    /// <summary>Id of the passkey whose button was pressed, in hexadecimal digits.</summary>
    [StringLength(2 * 1023)]
    public string? Passkey { get; set; }
}

using System.ComponentModel.DataAnnotations;

namespace AmazonIn.Portal.Components.Account;

internal sealed class SecondFactorForm
{
    /// <summary>Value of <see cref="Action"/> that makes new recovery codes.</summary>
    public const string Renew = "renew";

    /// <summary>Value of <see cref="Action"/> that turns the second factor off.</summary>
    public const string Remove = "remove";

    [Required(ErrorMessage = "Enter the code that your app shows.")]
    [StringLength(40, ErrorMessage = "That is longer than any code.")]
    public string Code { get; set; } = string.Empty;

    /// <summary>The enrolment that has begun, encrypted.</summary>
    [StringLength(2000)]
    public string? Ticket { get; set; }

    /// <summary>Which of the page's buttons was pressed.</summary>
    [StringLength(10)]
    public string? Action { get; set; }
}

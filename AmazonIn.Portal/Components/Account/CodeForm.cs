using System.ComponentModel.DataAnnotations;

namespace AmazonIn.Portal.Components.Account;

internal sealed class CodeForm
{
    [Required(ErrorMessage = "Enter the code.")]
    [StringLength(40, ErrorMessage = "That is longer than any code.")]
    public string Code { get; set; } = string.Empty;
}

using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmazonIn.Portal.Components.Account;

/// <summary>The second step of signing in: a code of the person's app, or a recovery code.</summary>
public sealed partial class Verify(SignIn signIn, NavigationManager navigation)
{
    private const string Refusal =
        "That code is not right, or was used already. Wait for the next one. After five wrong tries an account stays shut "
        + "for fifteen minutes.";

    private EditContext form = null!;
    private string? refusal;

    [SupplyParameterFromForm]
    private CodeForm? Input { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Input ??= new CodeForm();
        form = new EditContext(Input);
        if (!await signIn.IsCodeAwaitedAsync())
        {
            navigation.NavigateTo($"/account/login?ReturnUrl={Uri.EscapeDataString(LocalUrl.OrStart(ReturnUrl))}");
        }
    }

    private async Task SubmitAsync()
    {
        if (form.Validate())
        {
            if (await signIn.WithCodeAsync(Input!.Code))
            {
                navigation.NavigateTo(LocalUrl.OrStart(ReturnUrl));
            }
            else
            {
                refusal = Refusal;
            }
        }

        Input!.Code = string.Empty;
    }
}

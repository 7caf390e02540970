using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Signing in. Remembers nothing, and says the same whatever was wrong, so that nobody learns who has an account.</summary>
public sealed partial class Login(SignIn signIn, NavigationManager navigation)
{
    private const string Refusal =
        "The e-mail address or the password is not right. After five wrong tries an account stays shut for fifteen "
        + "minutes; an administrator can open it and set a new password.";

    private const string PasskeyRefusal =
        "That passkey opens no account here. It may have been removed, or the account is shut; sign in with your password, or "
        + "ask an administrator.";

    private EditContext form = null!;
    private string? refusal;

    [SupplyParameterFromForm]
    private LoginForm? Input { get; set; }

    /// <summary>Whether an idle session led here.</summary>
    [SupplyParameterFromQuery]
    private bool Idle { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    protected override void OnInitialized()
    {
        Input ??= new LoginForm();
        form = new EditContext(Input);
    }

    private async Task SubmitAsync()
    {
        if (form.Validate())
        {
            await SignInAsync();
        }

        // The form may come back with the address, but a password is never written into a page.
        Input!.Password = string.Empty;
    }

    private async Task SignInAsync()
    {
        var target = LocalUrl.OrStart(ReturnUrl);
        switch (await signIn.WithPasswordAsync(Input!.Email, Input.Password))
        {
            case SignInOutcome.SignedIn:
                navigation.NavigateTo(target);
                break;
            case SignInOutcome.NeedsCode:
                navigation.NavigateTo($"/account/verify?ReturnUrl={Uri.EscapeDataString(target)}");
                break;
            case SignInOutcome.Refused:
                refusal = Refusal;
                break;
        }
    }

    private async Task SignInByPasskeyAsync()
    {
        if (Input!.Credential is not { Length: > 0 and <= Passkeys.CredentialMaxLength } credential)
        {
            refusal = AccountErrors.PasskeyMissing.Message;
        }
        else if (await signIn.WithPasskeyAsync(credential))
        {
            navigation.NavigateTo(LocalUrl.OrStart(ReturnUrl));
        }
        else
        {
            refusal = PasskeyRefusal;
        }

        Input.Credential = null;
    }
}

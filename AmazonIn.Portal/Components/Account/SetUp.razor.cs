using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.SetUp;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace AmazonIn.Portal.Components.Account;

/// <summary>The guided set-up behind the one-time link (A2).</summary>
public sealed partial class SetUp(
    IUserAccounts users,
    ISetupTokens tokens,
    CompleteSetUp complete,
    SignIn signIn,
    NavigationManager navigation)
{
    private EditContext form = null!;
    private FormErrors errors = null!;
    private string? linkProblem;

    [SupplyParameterFromForm]
    private SetUpForm? Input { get; set; }

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new SetUpForm();
        form = new EditContext(Input);
        errors = new FormErrors(form);
        if (await users.AnyAdministratorAsync(CancellationToken.None))
        {
            navigation.NavigateTo("/account/login");
        }
        else if (string.IsNullOrEmpty(Token) || !await tokens.IsValidAsync(Token, CancellationToken.None))
        {
            linkProblem = SetUpErrors.LinkInvalid.Message;
        }
    }

    private async Task SubmitAsync()
    {
        if (form.Validate())
        {
            await CompleteAsync();
        }

        // The form may come back with what was entered, but a password is never written into a page.
        Input!.Password = string.Empty;
    }

    private async Task CompleteAsync()
    {
        var done = await complete.RunAsync(Token ?? string.Empty, Input!.ToRequest() with { Origin = RequestOrigin.Of(HttpContext) }, CancellationToken.None);
        if (done.Succeeded)
        {
            await signIn.WithoutPasswordAsync(done.Value);
            navigation.NavigateTo("/");
            return;
        }

        if (done.Error == SetUpErrors.AlreadyDone)
        {
            navigation.NavigateTo("/account/login");
            return;
        }

        errors.Add(
            done.Error,
            ("user.email", nameof(SetUpForm.Email)),
            ("user.display-name", nameof(SetUpForm.Name)),
            ("user.password", nameof(SetUpForm.Password)),
            ("organisation.name", nameof(SetUpForm.OrganisationName)),
            ("organisation.currency", nameof(SetUpForm.BaseCurrency)),
            ("organisation.home-state", nameof(SetUpForm.HomeState)),
            ("organisation.time-zone", nameof(SetUpForm.TimeZone)));
    }
}

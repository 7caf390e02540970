using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>One's own second factor: turning it on, new recovery codes, turning it off or moving it to another phone.</summary>
public sealed partial class SecondFactor(
    UserManager<PortalUser> users,
    ISecondFactors factors,
    SignIn signIn,
    SecuritySettings security,
    NavigationManager navigation)
{
    private EditContext form = null!;
    private FormErrors errors = null!;
    private PortalUser? user;
    private SecondFactorEnrolment? enrolment;
    private string[]? recoveryCodes;
    private int codesLeft;
    private bool required;
    private bool enrolled;
    private bool removed;

    [SupplyParameterFromForm]
    private SecondFactorForm? Input { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new SecondFactorForm();
        form = new EditContext(Input);
        errors = new FormErrors(form);
        required = security.RequireSecondFactor;
        user = await users.GetUserAsync(HttpContext.User);
        if (user is null)
        {
            navigation.NavigateTo("/account/login");
        }
        else if (user.TwoFactorEnabled)
        {
            codesLeft = await factors.CountRecoveryCodesAsync(user.Id, CancellationToken.None);
        }
        else
        {
            Show((Input.Ticket is { } ticket ? factors.Resume(user.Id, AccountOf(user), ticket) : null)
                ?? factors.Begin(user.Id, AccountOf(user)));
        }
    }

    private static string AccountOf(PortalUser user) => user.Email ?? user.DisplayName;

    // Groups of four are easier to type.
    private static string Spaced(string secret) =>
        string.Join(' ', secret.Chunk(4).Select(group => new string(group)));

    private void Show(SecondFactorEnrolment shown)
    {
        enrolment = shown;
        Input!.Ticket = shown.Ticket;
    }

    private async Task SubmitAsync()
    {
        if (user is not null && form.Validate())
        {
            await (enrolment is null ? ChangeAsync(user) : EnrolAsync(user, enrolment));
        }

        Input!.Code = string.Empty;
    }

    private async Task EnrolAsync(PortalUser person, SecondFactorEnrolment begun)
    {
        var done = await signIn.EnrolAsync(person, begun.Ticket, Input!.Code);
        if (done.Succeeded)
        {
            (recoveryCodes, enrolled) = (done.Value, true);
            return;
        }

        errors.Add(nameof(SecondFactorForm.Code), done.Error.Message);
    }

    private async Task ChangeAsync(PortalUser person)
    {
        if (!await signIn.ConfirmAsync(person, Input!.Code))
        {
            errors.Add(nameof(SecondFactorForm.Code), AccountErrors.CodeWrong.Message);
        }
        else if (Input.Action == SecondFactorForm.Remove)
        {
            await signIn.RemoveSecondFactorAsync(person);
            removed = true;
            Show(factors.Begin(person.Id, AccountOf(person)));
        }
        else
        {
            recoveryCodes = await signIn.RenewRecoveryCodesAsync(person);
        }
    }
}

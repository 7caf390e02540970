using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>One's own second factor: turning it on, passkeys, new recovery codes, turning it off or moving to another phone.</summary>
public sealed partial class SecondFactor(
    UserManager<PortalUser> users,
    ISecondFactors factors,
    Passkeys passkeys,
    OwnSecondFactor factor,
    SecuritySettings security,
    NavigationManager navigation)
{
    private EditContext form = null!;
    private FormErrors errors = null!;
    private PortalUser? user;
    private SecondFactorEnrolment? enrolment;
    private string[]? recoveryCodes;
    private IList<UserPasskeyInfo> own = [];
    private string? said;
    private string? confirm;
    private int codesLeft;
    private bool hasApp;
    private bool isOn;
    private bool required;

    [SupplyParameterFromForm]
    private SecondFactorForm? Input { get; set; }

    /// <summary>Whether an enrolment that took too long led here.</summary>
    [SupplyParameterFromQuery]
    private bool Late { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    private string CodeHint => own.Count == 0
        ? "The six digits in your app, or a recovery code."
        : hasApp
            ? "The six digits in your app, or a recovery code. Left empty, your passkey is asked for."
            : "A recovery code. Left empty, your passkey is asked for.";

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
            return;
        }

        // Where the second factor is on, a ticket is only handed out to whoever confirmed it within its quarter of an hour.
        var begun = Input.Ticket is { } ticket ? factors.Resume(user.Id, AccountOf(user), ticket) : null;
        if (begun is not null || !user.TwoFactorEnabled)
        {
            Enrol(begun ?? factors.Begin(user.Id, AccountOf(user)));
        }
        else if (Input.Ticket is not null)
        {
            navigation.NavigateTo("/account/second-factor?late=true");
        }
        else
        {
            said = Late ? "That took longer than fifteen minutes. Confirm that it is you, and begin again." : null;
            await ShowAsync(user);
        }
    }

    private static string AccountOf(PortalUser user) => user.Email ?? user.DisplayName;

    // Groups of four are easier to type.
    private static string Spaced(string secret) =>
        string.Join(' ', secret.Chunk(4).Select(group => new string(group)));

    private string Words()
    {
        var keys = own.Count == 1 ? "a passkey" : $"{own.Count} passkeys";
        return own.Count == 0 ? "an authenticator app" : hasApp ? $"an authenticator app and {keys}" : keys;
    }

    private void Enrol(SecondFactorEnrolment begun)
    {
        enrolment = begun;
        Input!.Ticket = begun.Ticket;
        isOn = user!.TwoFactorEnabled;
    }

    private async Task ShowAsync(PortalUser person)
    {
        enrolment = null;
        own = await passkeys.ListAsync(person);
        confirm = own.Count > 0 ? "confirm" : null;
        hasApp = await factors.HasAppAsync(person.Id, CancellationToken.None);
        codesLeft = await factors.CountRecoveryCodesAsync(person.Id, CancellationToken.None);
    }

    private async Task EnrolAppAsync()
    {
        if (user is null || enrolment is null || !form.Validate())
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Input!.Code))
        {
            errors.Add(nameof(SecondFactorForm.Code), "Enter the code that your app shows.");
            return;
        }

        var done = await factor.EnrolAppAsync(user, enrolment.Ticket, Input.Code);
        Input.Code = null;
        if (done.Succeeded)
        {
            recoveryCodes = done.Value;
            said = "Your second factor is on. Your other sessions have ended.";
        }
        else
        {
            errors.Add(nameof(SecondFactorForm.Code), done.Error.Message);
        }
    }

    private async Task EnrolPasskeyAsync()
    {
        if (user is null || enrolment is null || !form.Validate())
        {
            return;
        }

        var done = Input!.Credential is { Length: > 0 } credential
            ? await factor.EnrolPasskeyAsync(user, credential, Input.Name)
            : AccountErrors.PasskeyMissing;
        Input!.Credential = null;
        if (!done.Succeeded)
        {
            errors.Summarize(done.Error.Message);
            return;
        }

        said = "Your passkey is added. Your other sessions have ended.";
        if (done.Value.Length > 0)
        {
            recoveryCodes = done.Value;
        }
        else
        {
            await ShowAsync(user);
        }
    }

    private async Task ChangeAsync()
    {
        if (user is null || enrolment is not null || !form.Validate())
        {
            return;
        }

        if (await ConfirmAsync(user) is { } error)
        {
            errors.Add(nameof(SecondFactorForm.Code), error.Message);
        }
        else
        {
            await ActAsync(user);
        }

        Input!.Code = Input.Credential = null;
    }

    // Null where the person has proved themselves.
    private async Task<Error?> ConfirmAsync(PortalUser person) => Input switch
    {
        { Code: { } code } when !string.IsNullOrWhiteSpace(code) =>
            await factor.ConfirmAsync(person, code) ? null : AccountErrors.CodeWrong,
        { Credential: { Length: > 0 } credential } =>
            await factor.ConfirmByPasskeyAsync(person, credential) ? null : AccountErrors.PasskeyWrong,
        _ => own.Count > 0 ? AccountErrors.PasskeyMissing : AccountErrors.CodeMissing,
    };

    private async Task ActAsync(PortalUser person)
    {
        if (Input!.Passkey is { Length: > 0 } id)
        {
            await RemovePasskeyAsync(person, id);
            return;
        }

        switch (Input.Action)
        {
            case SecondFactorForm.Add:
                Enrol(factors.Begin(person.Id, AccountOf(person)));
                break;
            case SecondFactorForm.Remove:
                await factor.RemoveAsync(person);
                EnrolAnew(person);
                break;
            case SecondFactorForm.Renew:
                recoveryCodes = await factor.RenewRecoveryCodesAsync(person);
                said = "Your earlier recovery codes no longer work.";
                break;
        }
    }

    private async Task RemovePasskeyAsync(PortalUser person, string id)
    {
        if (own.FirstOrDefault(passkey => Convert.ToHexString(passkey.CredentialId) == id) is { } passkey)
        {
            await factor.RemovePasskeyAsync(person, passkey.CredentialId);
        }

        if (person.TwoFactorEnabled)
        {
            said = "That passkey no longer signs you in. Your other sessions have ended.";
            await ShowAsync(person);
        }
        else
        {
            EnrolAnew(person);
        }
    }

    private void EnrolAnew(PortalUser person)
    {
        said = "Your second factor is off. Your other sessions have ended.";
        Enrol(factors.Begin(person.Id, AccountOf(person)));
    }
}

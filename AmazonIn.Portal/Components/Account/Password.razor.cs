using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Changing one's own password.</summary>
public sealed partial class Password(UserManager<PortalUser> users, OwnSecondFactor own, IAuditTrail audit)
{
    private EditContext form = null!;
    private FormErrors errors = null!;
    private bool changed;
    private bool expired;

    [SupplyParameterFromForm]
    private PasswordForm? Input { get; set; }

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    protected override void OnInitialized()
    {
        Input ??= new PasswordForm();
        form = new EditContext(Input);
        errors = new FormErrors(form);
        expired = HttpContext.User.HasClaim(claim => claim.Type == PortalClaims.PasswordExpired);
    }

    private async Task SubmitAsync()
    {
        if (form.Validate())
        {
            await ChangeAsync();
        }

        // No password is ever written into a page.
        (Input!.Current, Input.New, Input.Repeated) = (string.Empty, string.Empty, string.Empty);
    }

    private async Task ChangeAsync()
    {
        if (await users.GetUserAsync(HttpContext.User) is not { } user)
        {
            errors.Summarize("Your session has ended. Sign in again.");
            return;
        }

        if (!await own.ConfirmPasswordAsync(user, Input!.Current))
        {
            errors.Add(nameof(PasswordForm.Current), "That is not your present password.");
            return;
        }

        var changing = await audit.ActAsync(Entry(), () => ReplaceAsync(user), CancellationToken.None);
        if (changing.Error is { } refused)
        {
            errors.Add(nameof(PasswordForm.New), refused.Message);
            return;
        }

        await own.RefreshAsync(user);
        changed = true;
    }

    private async Task<Result> ReplaceAsync(PortalUser user)
    {
        var result = await users.ChangePasswordAsync(user, Input!.Current, Input.New);
        return result.Succeeded
            ? Result.Success
            : new Error("user.password", string.Join(" ", result.Errors.Select(error => error.Description)));
    }

    private AuditEntry Entry()
    {
        var actor = PrincipalActor.Of(HttpContext.User);
        return new AuditEntry(actor, AuditAction.ChangePassword, AuditOutcome.Granted, actor.Id, actor.Name);
    }
}

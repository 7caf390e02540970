using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Accounts;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Sets a new password for somebody who forgot theirs, and shows it once.</summary>
public sealed partial class ResetPasswordDialog
{
    private string? password;

    [Parameter]
    [EditorRequired]
    public UserRow User { get; set; } = null!;

    [Inject]
    private ResetUserPassword ResetUserPassword { get; set; } = null!;

    private Task ResetAsync() => TryAsync("The password could not be set.", async actor =>
    {
        // A second click would set another password than the one shown.
        if (password is not null)
        {
            return null;
        }

        var made = NewPassword.Make();
        var reset = await ResetUserPassword.RunAsync(actor, User.Id, made, Open);
        password = reset.Succeeded ? made : null;
        return reset.Error;
    });
}

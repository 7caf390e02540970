using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Lets a person in, with a password that is made here and shown once.</summary>
public sealed partial class AddUserDialog
{
    private static readonly string[] FieldCodes = ["user.display-name", "user.email", "user.role"];

    private ElementReference field;
    private string name = string.Empty;
    private string email = string.Empty;
    private string? role;
    private string? password;
    private bool waits;

    [Inject]
    private CreateUser CreateUser { get; set; } = null!;

    private string? FormError =>
        Error is not null && FieldCodes.All(code => ErrorBelow(code) is null) ? Error.Message : null;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    private Task AddAsync() => TryAsync("The person could not be added.", async actor =>
    {
        if (password is not null)
        {
            return null;
        }

        var made = NewPassword.Make();
        var created = await CreateUser.RunAsync(actor, new NewUser(email, name, role ?? string.Empty, made), Open);
        if (created.Succeeded)
        {
            (name, email, password) = (name.Trim(), email.Trim(), made);
            waits = created.Value.AwaitsApproval;
        }

        return created.Error;
    });
}

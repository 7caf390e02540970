using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Accounts;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Gives a person another role; gives the role's name back.</summary>
public sealed partial class ChangeRoleDialog
{
    private string? role;

    [Parameter]
    [EditorRequired]
    public UserRow User { get; set; } = null!;

    [Inject]
    private ChangeUserRole ChangeUserRole { get; set; } = null!;

    protected override void OnInitialized() => role = User.Role;

    private Task SaveAsync() => role is null ? Task.CompletedTask : TryAsync("The role could not be changed.", async actor =>
    {
        var changed = await ChangeUserRole.RunAsync(actor, User.Id, role, Open);
        if (changed.Succeeded)
        {
            CloseWith(role);
        }

        return changed.Error;
    });
}

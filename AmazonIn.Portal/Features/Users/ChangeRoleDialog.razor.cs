using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Gives a person another role; gives the role's name back.</summary>
public sealed partial class ChangeRoleDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private string? role;
    private string? error;
    private Fault? fault;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public UserRow User { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ChangeUserRole ChangeUserRole { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<ChangeRoleDialog> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override void OnInitialized() => role = User.Role;

    private async Task SaveAsync()
    {
        if (busy || role is null)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        try
        {
            var changed = await ChangeUserRole.RunAsync(await CurrentActor.GetAsync(), User.Id, role, disposal.Token);
            if (changed.Succeeded)
            {
                Dialog.Close(DialogResult.Ok(role));
                return;
            }

            error = changed.Error.Message;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The role could not be changed.");
        }

        busy = false;
    }
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Sets a new password for somebody who forgot theirs, and shows it once.</summary>
public sealed partial class ResetPasswordDialog : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private string? password;
    private string? error;
    private Fault? fault;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public UserRow User { get; set; } = null!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ResetUserPassword ResetUserPassword { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<ResetPasswordDialog> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private async Task ResetAsync()
    {
        // A second click is on its way before the button is disabled, and would set another password than the one shown.
        if (busy || password is not null)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        var made = NewPassword.Make();
        try
        {
            var reset = await ResetUserPassword.RunAsync(await CurrentActor.GetAsync(), User.Id, made, disposal.Token);
            error = reset.Error?.Message;
            password = reset.Succeeded ? made : null;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The password could not be set.");
        }

        busy = false;
    }
}

using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Users;

/// <summary>Lets a person in, with a password that is made here and shown once.</summary>
public sealed partial class AddUserDialog : IDisposable
{
    private static readonly string[] FieldCodes = ["user.display-name", "user.email", "user.role"];

    private readonly CancellationTokenSource disposal = new();
    private ElementReference field;
    private string name = string.Empty;
    private string email = string.Empty;
    private string? role;
    private string? password;
    private Error? error;
    private Fault? fault;
    private bool busy;
    private bool waits;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private CreateUser CreateUser { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<AddUserDialog> Logger { get; set; } = null!;

    private string? FormError =>
        error is not null && !FieldCodes.Any(code => IsAt(error, code)) ? error.Message : null;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync();
        }
    }

    // "user.email-taken" belongs beside the e-mail as well.
    private static bool IsAt(Error error, string code) => error.Code.StartsWith(code, StringComparison.Ordinal);

    private string? ErrorAt(string code) => error is not null && IsAt(error, code) ? error.Message : null;

    private async Task AddAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, error, fault) = (true, null, null);
        var made = NewPassword.Make();
        try
        {
            var created = await CreateUser.RunAsync(
                await CurrentActor.GetAsync(), new NewUser(email, name, role ?? string.Empty, made), disposal.Token);
            if (created.Succeeded)
            {
                (name, email, password) = (name.Trim(), email.Trim(), made);
                waits = created.Value.AwaitsApproval;
            }
            else
            {
                error = created.Error;
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The person could not be added.");
        }

        busy = false;
    }
}

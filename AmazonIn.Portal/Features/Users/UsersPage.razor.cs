using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Users;

/// <summary>The people of the portal and what they may do (A1).</summary>
public sealed partial class UsersPage : IDisposable
{
    // A secret shown once must not be lost by a click beside the dialog.
    private static readonly DialogOptions KeepOpen = new() { BackdropClick = false, MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource disposal = new();
    private ListPage<UserRow>? list;
    private string? me;
    private string? refusal;
    private int? count;

    [Inject]
    private IUserAccounts Users { get; set; } = null!;

    [Inject]
    private SetUserDisabled SetUserDisabled { get; set; } = null!;

    [Inject]
    private ApproveUser ApproveUser { get; set; } = null!;

    [Inject]
    private ResetSecondFactor ResetSecondFactor { get; set; } = null!;

    [Inject]
    private AllowReveal AllowReveal { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<UsersPage> Logger { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private bool IsMe(UserRow user) => me == AccountIds.OfUser(user.Id);

    // Few people work in one portal, so the port gives them all; every one of them is on the first page.
    private async Task<PageOf<UserRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        me = (await CurrentActor.GetAsync()).Id;
        var users = await Users.ListAsync(cancellationToken);
        return new PageOf<UserRow>(users, users.Count);
    }

    private void OnLoaded(PageOf<UserRow> page) => count = page.Total;

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<AddUserDialog>("Add user", KeepOpen);
        await dialog.Result;
        await ReloadAsync();
    }

    private Task ApproveAsync(UserRow user) => ChangeAsync(
        async () => await ApproveUser.RunAsync(await CurrentActor.GetAsync(), user.Id, disposal.Token),
        $"{user.DisplayName} can sign in now.");

    private async Task ChangeRoleAsync(UserRow user)
    {
        var parameters = new DialogParameters<ChangeRoleDialog> { { dialog => dialog.User, user } };
        var dialog = await Dialogs.ShowAsync<ChangeRoleDialog>($"Role of {user.DisplayName}", parameters);
        if (await dialog.Result is { Canceled: false, Data: string role })
        {
            Messages.Add($"{user.DisplayName} is {role} now.", Severity.Success);
            await ReloadAsync();
        }
    }

    private async Task ResetPasswordAsync(UserRow user)
    {
        var parameters = new DialogParameters<ResetPasswordDialog> { { dialog => dialog.User, user } };
        var dialog = await Dialogs.ShowAsync<ResetPasswordDialog>($"New password for {user.DisplayName}", parameters, KeepOpen);
        await dialog.Result;
        await ReloadAsync();
    }

    private async Task DisableAsync(UserRow user)
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            $"Disable {user.DisplayName}?",
            $"{user.DisplayName} is signed out everywhere and cannot sign in until somebody enables the account again.",
            $"Disable {user.DisplayName}",
            dangerous: true))
        {
            await SetDisabledAsync(user, disabled: true);
        }
    }

    private async Task ResetSecondFactorAsync(UserRow user)
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            $"Take off {user.DisplayName}'s second factor?",
            $"{user.DisplayName} is signed out everywhere. Their app and recovery codes stop working; they enrol anew when they "
            + "sign in. Make sure that it is really they who ask.",
            "Take it off",
            dangerous: true))
        {
            await ChangeAsync(
                async () => await ResetSecondFactor.RunAsync(await CurrentActor.GetAsync(), user.Id, disposal.Token),
                $"{user.DisplayName} has no second factor now.");
        }
    }

    private Task AllowRevealAsync(UserRow user) => ChangeAsync(
        async () => await AllowReveal.RunAsync(await CurrentActor.GetAsync(), user.Id, disposal.Token),
        $"{user.DisplayName} can reveal contacts again.");

    private Task EnableAsync(UserRow user) => SetDisabledAsync(user, disabled: false);

    private Task SetDisabledAsync(UserRow user, bool disabled) => ChangeAsync(
        async () => await SetUserDisabled.RunAsync(await CurrentActor.GetAsync(), user.Id, disabled, disposal.Token),
        $"{user.DisplayName} is {(disabled ? "disabled" : "enabled")}.");

    private async Task ChangeAsync(Func<Task<Result>> change, string done)
    {
        refusal = null;
        try
        {
            var result = await change();
            if (result.Succeeded)
            {
                Messages.Add(done, Severity.Success);
            }
            else
            {
                refusal = result.Error.Message;
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The account could not be changed.");
            refusal = fault.Words;
        }

        await ReloadAsync();
    }

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}

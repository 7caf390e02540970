using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>The Stock row of the integration page (K2): whether quantities are sent, and how they stand.</summary>
public sealed partial class StockModule : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(3);

    private readonly CancellationTokenSource gone = new();
    private StockPushStatus? status;
    private Fault? fault;
    private ITimer? timer;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public long ChannelId { get; set; }

    [Parameter]
    [EditorRequired]
    public string ChannelName { get; set; } = string.Empty;

    /// <summary>Whether the channel is active.</summary>
    [Parameter]
    public bool CanSend { get; set; }

    [Inject]
    private IStockPushQueries Pushes { get; set; } = null!;

    [Inject]
    private SetStockSync Toggle { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<StockModule> Logger { get; set; } = null!;

    public void Dispose()
    {
        gone.Cancel();
        timer?.Dispose();
        gone.Dispose();
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            timer = Time.CreateTimer(_ => _ = InvokeAsync(RefreshAsync), null, Pace, Pace);
        }
    }

    private async Task RefreshAsync()
    {
        if (!gone.IsCancellationRequested && !busy)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private async Task LoadAsync()
    {
        try
        {
            status = await Pushes.FindAsync(ChannelId, gone.Token);
            fault = null;
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            (status, fault) = (null, fault ?? Fault.Report(Logger, exception, "The stock of this channel could not be read."));
        }
    }

    private async Task ToggleAsync(StockPushStatus current)
    {
        var agreed = current.IsOn
            ? await ConfirmDialog.AskAsync(
                Dialogs,
                "Switch stock sync off?",
                $"Changes of stock are no longer sent to {ChannelName}. Amazon goes on selling by the quantities it has, so something may be sold that is not there.",
                "Switch off",
                dangerous: true)
            : await ConfirmDialog.AskAsync(
                Dialogs,
                "Switch stock sync on?",
                $"The current quantity of every listing of {ChannelName} that you fulfil yourself is sent to Amazon and replaces what Amazon shows.",
                "Switch on");
        if (!agreed)
        {
            return;
        }

        busy = true;
        try
        {
            var result = await Toggle.RunAsync(await CurrentActor.GetAsync(), ChannelId, !current.IsOn, CancellationToken.None);
            if (!result.Succeeded)
            {
                Messages.Add(result.Error.Message, Severity.Warning);
            }

            await LoadAsync();
        }
        catch (Exception exception)
        {
            var failure = Fault.Report(Logger, exception, "The stock sync could not be switched.");
            Messages.Add(failure.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }
}

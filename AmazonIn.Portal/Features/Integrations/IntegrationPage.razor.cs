using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>The integration page (S2): what is in sync, how it stands, and the ways to act on it.</summary>
public sealed partial class IntegrationPage
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(10);

    private Loader<IntegrationView>? loader;
    private DateTimeOffset loadedAt;
    private bool busy;

    [Parameter]
    public long ChannelId { get; set; }

    [CascadingParameter]
    private DisplaySettings Display { get; set; } = DisplaySettings.Default;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private IChannelLifeQueries Life { get; set; } = null!;

    [Inject]
    private IWarehouseQueries Warehouses { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private RequestSync Request { get; set; } = null!;

    [Inject]
    private CancelRun Cancel { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IStockPushQueries Pushes { get; set; } = null!;

    [Inject]
    private IShipmentQueries Shipments { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<IntegrationPage> Logger { get; set; } = null!;

    private async Task<IntegrationView?> LoadAsync(CancellationToken cancellationToken)
    {
        loadedAt = Time.GetUtcNow();
        var details = await Channels.FindDetailsAsync(ChannelId, cancellationToken);
        if (details is null)
        {
            return null;
        }

        var organisation = await Organisations.FindAsync(cancellationToken);
        var warehouses = await Warehouses.ListAsync(cancellationToken);
        return new IntegrationView(
            details,
            organisation,
            warehouses.FirstOrDefault(warehouse => warehouse.IsPrimary)?.Name,
            await Pushes.FindAsync(ChannelId, cancellationToken),
            await Shipments.StatusAsync(ChannelId, LocalDay.At(Time.GetUtcNow(), Display.Zone).From, cancellationToken),
            details.Channel.State == ChannelState.Inactive ? await Life.PreviewAsync(ChannelId, cancellationToken) : null);
    }

    private int DaysLeft(ChannelSummary channel) => AuthorisationClock.DaysLeft(channel.AuthorizedAt, Time.GetUtcNow());

    // The live row is fresher than the page's; before the first look at the live ones the page's own counts.
    private RunSummary? ActiveRun(ModuleStatus status) =>
        Live.Active.Where(run => run.ChannelId == ChannelId && run.Module == status.Module)
            .OrderByDescending(run => run.State == RunState.Running)
            .FirstOrDefault()
        ?? (Live.HasLooked ? null : status.ActiveRun);

    private Task SyncAsync(SyncModule module) => TryAsync("The sync could not be started.", async () =>
    {
        var result = await Request.RunAsync(await CurrentActor.GetAsync(), module, ChannelId, CancellationToken.None);
        if (!result.Succeeded)
        {
            Messages.Add(result.Error.Message, Severity.Warning);
            return;
        }

        var others = result.Value.Count - 1;
        Messages.Add(
            $"{SyncWords.Of(module)} sync asked for"
            + (others == 0 ? "." : $", for {IndianFormat.Plural(others, "other channel")} as well."),
            Severity.Normal);
    });

    private Task CancelAsync(RunSummary run) => TryAsync("The run could not be cancelled.", async () =>
    {
        var result = await Cancel.RunAsync(await CurrentActor.GetAsync(), run.Id, CancellationToken.None);
        if (!result.Succeeded)
        {
            Messages.Add(result.Error.Message, Severity.Warning);
        }
    });

    private async Task TryAsync(string failure, Func<Task> work)
    {
        busy = true;
        try
        {
            await work();
            Live.Poke();
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, failure);
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task EditPreferenceAsync(IntegrationView view)
    {
        if (view.Organisation is { } organisation
            && await PreferenceDialog.ShowAsync(Dialogs, organisation.OrderPreference))
        {
            Messages.Add("Saved for every channel. It holds from the next sync on.", Severity.Success);
            await ReloadAsync();
        }
    }

    private async Task RenameAsync(ChannelSummary channel)
    {
        if (await RenameDialog.ShowAsync(Dialogs, channel.Id, channel.Name))
        {
            await ReloadAsync();
        }
    }

    private async Task DisableAsync(ChannelSummary channel)
    {
        if (await DisableDialog.ShowAsync(Dialogs, channel.Id) is { } stopped)
        {
            Messages.Add(
                $"{channel.Name} rests."
                + (stopped == 0 ? string.Empty : $" {IndianFormat.Plural(stopped, "sync")} will stop within seconds."),
                Severity.Success);
            await RefreshAsync();
        }
    }

    private async Task EnableAsync(ChannelSummary channel)
    {
        if (await EnableDialog.ShowAsync(Dialogs, channel.Id))
        {
            Messages.Add($"{channel.Name} works again.", Severity.Success);
            await RefreshAsync();
        }
    }

    private async Task DisconnectAsync(ChannelSummary channel)
    {
        if (await DisconnectDialog.ShowAsync(Dialogs, channel.Id, channel.Name))
        {
            Live.Poke();
            Navigation.NavigateTo(IntegrationLinks.Ecommerce);
        }
    }

    // A menu stays open for as long as its item's click is worked on, which must not be until the dialog closes.
    private void Open(Func<Task> dialog) => _ = InvokeAsync(async () =>
    {
        try
        {
            await dialog();
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    });

    private async Task RefreshAsync()
    {
        Live.Poke();
        await ReloadAsync();
    }

    private async Task AuthoriseAsync(ChannelSummary channel)
    {
        if (Marketplace.Find(channel.MarketplaceId) is { } marketplace
            && await SetUpDialog.ShowAsync(Dialogs, marketplace, channel.SellerId) is not null)
        {
            await ReloadAsync();
        }
    }

    // Progress comes with every look; totals and quotas follow at a pace that does not tax the database.
    private async Task OnProgressAsync()
    {
        if (Time.GetUtcNow() - loadedAt >= Pace)
        {
            await ReloadAsync();
        }
    }

    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}

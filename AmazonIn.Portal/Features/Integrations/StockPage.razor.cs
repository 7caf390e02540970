using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Every listing of a channel with the quantity that was sent, Amazon's answer, and the ways to act on it (K3).</summary>
public sealed partial class StockPage
{
    private static readonly FilterDefinition[] Filters =
        [FilterDefinition.Of<StockPushGroup>("state", "State", StockPushWords.Of)];

    private ListPage<StockPushRow>? list;
    private StockPushStatus? status;
    private string? channelName;
    private int? count;
    private bool busy;

    [Parameter]
    public long ChannelId { get; set; }

    [Inject]
    private IStockPushQueries Pushes { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private PushAgain Again { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<StockPage> Logger { get; set; } = null!;

    private async Task<PageOf<StockPushRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        channelName ??= (await Channels.FindAsync(ChannelId, cancellationToken))?.Name;
        status = await Pushes.FindAsync(ChannelId, cancellationToken);
        return await Pushes.ListAsync(ChannelId, query.Choice<StockPushGroup>("state"), query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<StockPushRow> page) => count = page.Total;

    private Task PushAsync(StockPushRow row) => TryAsync(async () =>
        Tell(await Again.RunListingAsync(await CurrentActor.GetAsync(), row.ListingId, CancellationToken.None)));

    private Task PushRefusedAsync() => TryAsync(async () =>
        Tell(await Again.RunRefusedAsync(await CurrentActor.GetAsync(), ChannelId, CancellationToken.None)));

    private async Task LimitAsync(StockPushRow row)
    {
        if (await StockLimitsDialog.ShowAsync(Dialogs, row))
        {
            Messages.Add("Saved. The new quantity is on its way.", Severity.Success);
            await ReloadAsync();
        }
    }

    private void Tell(Result<int> asked)
    {
        if (asked.Succeeded)
        {
            Messages.Add($"{IndianFormat.Plural(asked.Value, "quantity", "quantities")} will be sent within seconds.", Severity.Normal);
        }
        else
        {
            Messages.Add(asked.Error.Message, Severity.Warning);
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        busy = true;
        try
        {
            await work();
            await ReloadAsync();
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The quantity could not be sent again.");
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }

    private Task ReloadAsync() => list?.ReloadAsync() ?? Task.CompletedTask;
}

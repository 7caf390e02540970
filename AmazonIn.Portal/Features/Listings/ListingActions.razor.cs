using AmazonIn.Domain.Access;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Listings;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Listings;

/// <summary>What a person can decide about a listing's item.</summary>
public sealed partial class ListingActions
{
    private bool busy;

    [Parameter]
    [EditorRequired]
    public long ListingId { get; set; }

    [Parameter]
    [EditorRequired]
    public string Sku { get; set; } = string.Empty;

    [Parameter]
    [EditorRequired]
    public string ChannelName { get; set; } = string.Empty;

    [Parameter]
    [EditorRequired]
    public ListingLink Link { get; set; }

    [Parameter]
    public long? ItemId { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    [Inject]
    private UnlinkListing UnlinkListing { get; set; } = null!;

    [Inject]
    private RelinkBySku RelinkBySku { get; set; } = null!;

    [Inject]
    private IgnoreListing IgnoreListing { get; set; } = null!;

    [Inject]
    private LinkListing LinkListing { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private ILogger<ListingActions> Logger { get; set; } = null!;

    private async Task LinkAsync()
    {
        var parameters = new DialogParameters<LinkListingDialog>
        {
            { dialog => dialog.Sku, Sku },
            { dialog => dialog.ChannelName, ChannelName },
        };
        var dialog = await Dialogs.ShowAsync<LinkListingDialog>("Link to an item", parameters);
        if (await dialog.Result is { Canceled: false, Data: long itemId })
        {
            await RunAsync(
                actor => LinkListing.RunAsync(actor, ListingId, itemId, CancellationToken.None), $"{Sku} is linked.");
        }
    }

    private Task RelinkAsync() => RunAsync(
        actor => RelinkBySku.RunAsync(actor, ListingId, CancellationToken.None),
        $"{Sku} is linked by its SKU again.");

    private async Task UnlinkAsync()
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            "Unlink the listing?",
            $"{Sku} on {ChannelName} no longer belongs to an item: its sales reserve nothing, and no stock is sent to it.",
            "Unlink"))
        {
            await RunAsync(actor => UnlinkListing.RunAsync(actor, ListingId, CancellationToken.None), $"{Sku} is unlinked.");
        }
    }

    private async Task IgnoreAsync()
    {
        if (await ConfirmDialog.AskAsync(
            Dialogs,
            "Ignore the listing?",
            $"{Sku} on {ChannelName} is left out of your inventory: its sales reserve nothing, no stock is sent to it, and it is "
            + "not listed as open work. You find it again under Listings, Ignored.",
            "Ignore"))
        {
            await RunAsync(actor => IgnoreListing.RunAsync(actor, ListingId, CancellationToken.None), $"{Sku} is ignored.");
        }
    }

    private async Task RunAsync(Func<Actor, Task<Result<ChangedLink>>> decide, string done)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var result = await decide(await CurrentActor.GetAsync());
            if (result.Succeeded)
            {
                var moved = result.Value.OpenOrders;
                Messages.Add(
                    moved == 0 ? done : $"{done} {IndianFormat.Plural(moved, "open order")} moved with it.", Severity.Success);
                await OnChanged.InvokeAsync();
            }
            else
            {
                Messages.Add(result.Error.Message, Severity.Error);
            }
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The listing could not be changed.");
            Messages.Add(fault.ShortWords, Severity.Error);
        }
        finally
        {
            busy = false;
        }
    }
}

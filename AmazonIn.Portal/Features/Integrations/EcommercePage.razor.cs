using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Live;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>One card a marketplace, with the accounts that are connected there (C1).</summary>
public sealed partial class EcommercePage
{
    private Loader<IReadOnlyList<ChannelSummary>>? loader;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private LiveRuns Live { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private async Task<IReadOnlyList<ChannelSummary>?> LoadAsync(CancellationToken cancellationToken) =>
        await Channels.ListAsync(cancellationToken);

    private async Task SetUpAsync(Marketplace marketplace)
    {
        if (await SetUpDialog.ShowAsync(Dialogs, marketplace) is { } channel)
        {
            Live.Poke();
            Navigation.NavigateTo(IntegrationLinks.Channel(channel.Id));
        }
    }

    // A run that ends can change what its card says: the last sync, or that Amazon refused.
    private Task ReloadAsync() => loader?.ReloadAsync() ?? Task.CompletedTask;
}

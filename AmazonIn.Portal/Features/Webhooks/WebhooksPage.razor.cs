using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Webhooks;

/// <summary>Who hears of what happens here, and whether it arrives (X5).</summary>
public sealed partial class WebhooksPage
{
    private ListPage<WebhookRow>? list;
    private int? count;

    [Inject]
    private IWebhookQueries Webhooks { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    // There are few endpoints, so the port gives them all; every one of them is on the first page.
    private async Task<PageOf<WebhookRow>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        var webhooks = await Webhooks.ListAsync(cancellationToken);
        return new PageOf<WebhookRow>(webhooks, webhooks.Count);
    }

    private void OnLoaded(PageOf<WebhookRow> page) => count = page.Total;

    private async Task CreateAsync()
    {
        await WebhookDialog.ShowAsync(Dialogs, null);
        if (list is not null)
        {
            await list.ReloadAsync();
        }
    }
}

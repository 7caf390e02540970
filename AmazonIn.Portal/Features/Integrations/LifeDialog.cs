using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>What the dialogs have in common that put a channel to rest, wake it or remove it: first they count.</summary>
public abstract class LifeDialog : FormDialog
{
    [Parameter]
    [EditorRequired]
    public long ChannelId { get; set; }

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>What will be touched; null while it is counted, or cannot be.</summary>
    protected ChannelLifePreview? Preview { get; private set; }

    [Inject]
    private IChannelLifeQueries Life { get; set; } = null!;

    protected override Task OnInitializedAsync() => GuardAsync("What this would change could not be counted.", async () =>
    {
        Preview = await Life.PreviewAsync(ChannelId, Open);
        Error = Preview is null
            ? new Error("channel.not-found", "The channel was not found. It may have been removed; go back to the list.", ErrorKind.NotFound)
            : null;
    });
}

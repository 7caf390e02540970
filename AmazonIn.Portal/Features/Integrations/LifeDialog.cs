using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>What the dialogs have in common that put a channel to rest, wake it or remove it: first they count.</summary>
public abstract class LifeDialog : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource disposal = new();

    [Parameter]
    [EditorRequired]
    public long ChannelId { get; set; }

    [CascadingParameter]
    protected IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    /// <summary>What will be touched; null while it is counted, or cannot be.</summary>
    protected ChannelLifePreview? Preview { get; private set; }

    protected bool Busy { get; private set; }

    protected string? Refusal { get; private set; }

    [Inject]
    private IChannelLifeQueries Life { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        try
        {
            Preview = await Life.PreviewAsync(ChannelId, disposal.Token);
            Refusal = Preview is null ? "The channel was not found. It may have been removed; go back to the list." : null;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            // The person turned away.
        }
        catch (Exception exception)
        {
            Report(exception, "What this would change could not be counted.");
        }
    }

    /// <summary>Does it once, whatever is clicked meanwhile. True when it went well.</summary>
    protected async Task<bool> DoAsync(string failure, Func<Actor, Task<Error?>> work)
    {
        if (Busy)
        {
            return false;
        }

        (Busy, Refusal) = (true, null);
        try
        {
            Refusal = (await work(await CurrentActor.GetAsync()))?.Message;
            return Refusal is null;
        }
        catch (Exception exception)
        {
            Report(exception, failure);
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    private void Report(Exception exception, string what)
    {
        var fault = Fault.Report(Loggers.CreateLogger(GetType()), exception, what);
        Refusal = $"{fault.What} {fault.Why} {fault.Remedy} Reference {fault.Reference}.";
    }
}

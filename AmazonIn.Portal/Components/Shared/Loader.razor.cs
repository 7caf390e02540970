using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>
/// Gets one thing and shows it, with the three states in which it is not there: a skeleton while it loads, words when
/// it does not exist, and an error with a way out. Loading again keeps what is on the screen until the new value is in.
/// </summary>
/// <typeparam name="T">What is loaded.</typeparam>
public sealed partial class Loader<T> : IDisposable
    where T : class
{
    private readonly Latest loading = new();
    private T? value;
    private bool loaded;
    private Fault? fault;
    private object? loadedFor;
    private bool started;

    /// <summary>Gets it; null where it does not exist.</summary>
    [Parameter]
    [EditorRequired]
    public Func<CancellationToken, Task<T?>> Load { get; set; } = null!;

    /// <summary>For sentences: <c>The order</c>.</summary>
    [Parameter]
    [EditorRequired]
    public string What { get; set; } = string.Empty;

    [Parameter]
    [EditorRequired]
    public RenderFragment<T> ChildContent { get; set; } = null!;

    /// <summary>The page's header while its own is not there, for pages whose title comes with what is loaded.</summary>
    [Parameter]
    public RenderFragment? Header { get; set; }

    /// <summary>In the shape of the real layout.</summary>
    [Parameter]
    public RenderFragment? Skeleton { get; set; }

    /// <summary>Shown where the thing does not exist.</summary>
    [Parameter]
    public RenderFragment? Missing { get; set; }

    /// <summary>What is loaded depends on this; another value loads anew, from the skeleton on.</summary>
    [Parameter]
    public object? Of { get; set; }

    [Inject]
    private ILogger<Loader<T>> Logger { get; set; } = null!;

    public T? Value => value;

    /// <summary>Loads again, leaving on the screen what is there.</summary>
    public Task ReloadAsync() => InvokeAsync(LoadAsync);

    public void Dispose() => loading.Dispose();

    protected override async Task OnParametersSetAsync()
    {
        // The first paint comes from the server without data; the circuit loads once instead of twice.
        if (!RendererInfo.IsInteractive || (started && Equals(loadedFor, Of)))
        {
            return;
        }

        started = true;
        loadedFor = Of;
        loaded = false;
        value = null;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var token = loading.Next();
        try
        {
            token.ThrowIfCancellationRequested();
            var got = await Load(token);
            token.ThrowIfCancellationRequested();
            (value, loaded, fault) = (got, true, null);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            if (token.IsCancellationRequested)
            {
                return;
            }

            fault = Fault.Report(Logger, exception, $"{What} could not be loaded.");
        }

        StateHasChanged();
    }
}

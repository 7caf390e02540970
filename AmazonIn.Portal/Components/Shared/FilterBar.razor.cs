using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>Search field, filter menus and removable chips of a list, all of them ways to another address.</summary>
public sealed partial class FilterBar : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private readonly Latest typing = new();

    [Parameter]
    [EditorRequired]
    public ListQuery Query { get; set; } = null!;

    /// <summary>Path of the page.</summary>
    [Parameter]
    [EditorRequired]
    public string Path { get; set; } = string.Empty;

    /// <summary>What is listed: <c>orders</c>.</summary>
    [Parameter]
    [EditorRequired]
    public string What { get; set; } = string.Empty;

    [Parameter]
    public IReadOnlyList<FilterDefinition> Filters { get; set; } = [];

    /// <summary>What can be searched for; null leaves the field out.</summary>
    [Parameter]
    public string? SearchLabel { get; set; }

    /// <summary>At the end of the bar.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    public void Dispose() => typing.Dispose();

    private string Link(ListQuery query) => query.ToUri(Path);

    private async Task OnTyped(ChangeEventArgs change)
    {
        try
        {
            await Task.Delay(Pause, Time, typing.Next());
        }
        catch (OperationCanceledException)
        {
            return;
        }

        Search(change.Value as string);
    }

    // Enter and leaving the field do not wait for the pause.
    private void OnEntered(ChangeEventArgs change)
    {
        typing.Stop();
        Search(change.Value as string);
    }

    private void Search(string? text)
    {
        var query = Query.WithSearch(text ?? string.Empty);
        if (query.Search != Query.Search)
        {
            // Replaced, so that the back button leaves the list instead of spelling the word backwards.
            Navigation.NavigateTo(Link(query), new NavigationOptions { ReplaceHistoryEntry = Query.Search.Length > 0 });
        }
    }
}

using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace AmazonIn.Portal.Components.Layout;

/// <summary>Search over everything the person may see: pages at once, items, groups and orders after a short pause.</summary>
public sealed partial class SearchDialog : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly Latest typing = new();
    private List<SearchEntry> found = [];
    private IReadOnlySet<string> permissions = new HashSet<string>();
    private ElementReference input;
    private string text = string.Empty;
    private string? fault;
    private int active;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ISearchQueries Search { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<SearchDialog> Logger { get; set; } = null!;

    private string? ActiveId => found.Count == 0 ? null : IdOf(active);

    private string Words => fault ?? (busy ? "Searching…"
        : text.Length == 0 ? "Type to search. Arrow keys choose, Enter opens."
        : found.Count == 0 ? $"Nothing found for “{text}”."
        : string.Empty);

    public void Dispose() => typing.Dispose();

    protected override async Task OnInitializedAsync()
    {
        permissions = (await CurrentActor.GetAsync()).Permissions;
        found = Pages(string.Empty);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await input.FocusAsync();
        }
    }

    private static string IdOf(int place) => "search-hit-" + place.ToString(CultureInfo.InvariantCulture);

    private static SearchEntry EntryOf(SearchHit hit)
    {
        var id = hit.Id.ToString(CultureInfo.InvariantCulture);
        return hit.Kind switch
        {
            SearchHitKind.Item => new(hit.Title, hit.Detail, Icons.Material.Outlined.Inventory2, "/items/" + id),
            SearchHitKind.ItemGroup => new(hit.Title, hit.Detail, Icons.Material.Outlined.Category, "/item-groups/" + id),
            SearchHitKind.SalesOrder => new(hit.Title, hit.Detail, Icons.Material.Outlined.ReceiptLong, "/sales-orders/" + id),
        };
    }

    private List<SearchEntry> Pages(string part) =>
    [
        .. NavMap.Groups
            .SelectMany(group => group.Entries.Select(entry => (group, entry)))
            .Where(pair => permissions.Contains(pair.entry.Policy)
                && pair.entry.Title.Contains(part, StringComparison.OrdinalIgnoreCase))
            .Select(pair => new SearchEntry(
                pair.entry.Title, pair.group.Title ?? "Page", pair.entry.Icon, pair.entry.Href)),
    ];

    private async Task OnTypedAsync(ChangeEventArgs change)
    {
        text = (change.Value as string ?? string.Empty).Trim();
        (found, active, fault) = (Pages(text), 0, null);
        var token = typing.Next();
        if (text.Length == 0)
        {
            busy = false;
            return;
        }

        busy = true;
        try
        {
            await Task.Delay(Pause, Time, token);
            var hits = await Search.SearchAsync(await CurrentActor.GetAsync(), text, token);
            if (!token.IsCancellationRequested)
            {
                (found, busy) = ([.. hits.Select(EntryOf), .. Pages(text)], false);
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer text is being searched for, or the dialog has closed.
        }
        catch (Exception exception)
        {
            var report = Fault.Report(Logger, exception, "The search did not work.");
            (busy, fault) = (false, $"{report.What} {report.Why} Reference {report.Reference}.");
        }
    }

    private void OnKey(KeyboardEventArgs key)
    {
        if (found.Count == 0)
        {
            return;
        }

        switch (key.Key)
        {
            case "ArrowDown":
                active = (active + 1) % found.Count;
                break;
            case "ArrowUp":
                active = (active + found.Count - 1) % found.Count;
                break;
            case "Enter":
                Open(found[active]);
                break;
        }
    }

    private void Open(SearchEntry entry)
    {
        Dialog.Close();
        Navigation.NavigateTo(entry.Href);
    }
}

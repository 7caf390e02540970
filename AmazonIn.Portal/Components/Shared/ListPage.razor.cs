using AmazonIn.Domain.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>
/// A list whose whole state is its address: search, filters, order and page are links. The page that uses it only says
/// how a <see cref="ListQuery"/> becomes a query of its port, and what the columns are.
/// </summary>
/// <typeparam name="TRow">A read model.</typeparam>
public sealed partial class ListPage<TRow> : IDisposable
{
    private readonly Latest loading = new();
    private readonly List<Column<TRow>> columns = [];
    private readonly Dictionary<long, TRow> selected = [];
    private ListQuery query = ListQuery.Parse(string.Empty);
    private PageOf<TRow>? page;
    private Fault? fault;
    private bool busy;
    private bool started;
    private object? loadedFor;
    private string path = string.Empty;

    /// <summary>Gets one page of the list.</summary>
    [Parameter]
    [EditorRequired]
    public Func<ListQuery, CancellationToken, Task<PageOf<TRow>>> Load { get; set; } = null!;

    /// <summary>What is listed, in the plural: <c>sales orders</c>.</summary>
    [Parameter]
    [EditorRequired]
    public string What { get; set; } = string.Empty;

    /// <summary>The row's identity; keeps selection and scroll when fresh data comes.</summary>
    [Parameter]
    [EditorRequired]
    public Func<TRow, long> RowKey { get; set; } = null!;

    /// <summary><see cref="Column{TRow}"/> children. The first is the row's link.</summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment Columns { get; set; } = null!;

    [Parameter]
    public IReadOnlyList<FilterDefinition> Filters { get; set; } = [];

    /// <summary>What can be searched for: <c>Search SKU or title</c>. Null: no search.</summary>
    [Parameter]
    public string? SearchLabel { get; set; }

    /// <summary>The list's own order as the address would say it: <c>-orderedAt</c>. For the mark in the heading.</summary>
    [Parameter]
    public string? DefaultSort { get; set; }

    /// <summary>Where a row leads.</summary>
    [Parameter]
    public Func<TRow, string?>? RowHref { get; set; }

    /// <summary>What a screen reader calls the row when it is selected.</summary>
    [Parameter]
    public Func<TRow, string>? RowLabel { get; set; }

    /// <summary>In the row's end, shown on pointing at the row or focusing it.</summary>
    [Parameter]
    public RenderFragment<TRow>? RowActions { get; set; }

    /// <summary>Makes rows selectable; shown with the selected ones.</summary>
    [Parameter]
    public RenderFragment<IReadOnlyList<TRow>>? BulkActions { get; set; }

    /// <summary>At the end of the filter bar.</summary>
    [Parameter]
    public RenderFragment? Toolbar { get; set; }

    /// <summary>Shown when there is nothing at all: what will be here, and the one thing to do.</summary>
    [Parameter]
    [EditorRequired]
    public RenderFragment Empty { get; set; } = null!;

    /// <summary>What is listed depends on this besides the address; another value loads anew.</summary>
    [Parameter]
    public object? Of { get; set; }

    /// <summary>After each load; the page's header takes its count from here.</summary>
    [Parameter]
    public EventCallback<PageOf<TRow>> Loaded { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<ListPage<TRow>> Logger { get; set; } = null!;

    /// <summary>The address's query as last loaded.</summary>
    public ListQuery Query => query;

    private IReadOnlyList<TRow> SelectedRows => [.. selected.Values];

    private bool AllSelected => page is not null && page.Items.All(row => selected.ContainsKey(RowKey(row)));

    private bool HasNext => page is not null
        && (page.Total is { } total ? query.Page * query.Size < total : page.NextAfterId is not null);

    private string Range
    {
        get
        {
            var first = ((query.Page - 1) * query.Size) + 1;
            var last = first + page!.Items.Count - 1;
            var range = first == last ? IndianFormat.Count(first) : $"{IndianFormat.Count(first)}–{IndianFormat.Count(last)}";
            return page.Total is { } total ? $"{range} of {IndianFormat.Count(total)}" : range;
        }
    }

    /// <summary>Loads again and keeps what is on the screen until the fresh page is in.</summary>
    public Task ReloadAsync() => InvokeAsync(LoadAsync);

    public void ClearSelection()
    {
        selected.Clear();
        StateHasChanged();
    }

    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        loading.Dispose();
    }

    internal void Add(Column<TRow> column) => columns.Add(column);

    internal void Remove(Column<TRow> column) => columns.Remove(column);

    protected override void OnInitialized()
    {
        ReadAddress();
        Navigation.LocationChanged += OnLocationChanged;
    }

    protected override Task OnParametersSetAsync()
    {
        // The first paint comes from the server without rows; the circuit loads once instead of twice.
        if (!RendererInfo.IsInteractive || (started && Equals(loadedFor, Of)))
        {
            return Task.CompletedTask;
        }

        started = true;
        loadedFor = Of;
        ReadAddress();
        page = null;
        return LoadAsync();
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change)
    {
        var next = ListQuery.Parse(change.Location);
        var leaving = new Uri(change.Location).AbsolutePath != path;
        if (leaving || next.ToUri(path) == query.ToUri(path))
        {
            return;
        }

        query = next;
        selected.Clear();
        _ = InvokeAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        var token = loading.Next();
        if (token.IsCancellationRequested)
        {
            return;
        }

        busy = true;
        StateHasChanged();
        try
        {
            var got = await Load(query, token);
            if (token.IsCancellationRequested)
            {
                return;
            }

            (page, fault, busy) = (got, null, false);
            await Loaded.InvokeAsync(got);
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

            busy = false;
            fault = Fault.Report(Logger, exception, $"The {What} could not be loaded.");
        }

        StateHasChanged();
    }

    private void ReadAddress()
    {
        path = new Uri(Navigation.Uri).AbsolutePath;
        query = ListQuery.Parse(Navigation.Uri);
    }

    private string ClassOf(int column) => (column == 0 ? "lead " : string.Empty) + columns[column].CssClass;

    private string Link(ListQuery target) => target.ToUri(path);

    private void Toggle(TRow row)
    {
        if (!selected.Remove(RowKey(row)))
        {
            selected[RowKey(row)] = row;
        }
    }

    private void ToggleAll()
    {
        var all = AllSelected;
        foreach (var row in page!.Items)
        {
            if (all)
            {
                selected.Remove(RowKey(row));
            }
            else
            {
                selected[RowKey(row)] = row;
            }
        }
    }

    private bool? SortedDescending(Column<TRow> column)
    {
        var sort = query.Sort ?? DefaultSort;
        return sort is not null && string.Equals(sort.TrimStart('-'), column.Sort, StringComparison.OrdinalIgnoreCase)
            ? sort.StartsWith('-')
            : null;
    }

    private string NextSort(Column<TRow> column) =>
        SortedDescending(column) is { } descending
            ? descending ? column.Sort! : "-" + column.Sort
            : column.DescendingFirst ? "-" + column.Sort : column.Sort!;

    private string? AriaSort(Column<TRow> column) => column.Sort is null ? null : SortedDescending(column) switch
    {
        null => "none",
        true => "descending",
        false => "ascending",
    };

    private string SortIcon(Column<TRow> column) => SortedDescending(column) switch
    {
        null => Icons.Material.Outlined.UnfoldMore,
        true => Icons.Material.Outlined.ArrowDownward,
        false => Icons.Material.Outlined.ArrowUpward,
    };
}

using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>A column of a <see cref="ListPage{TRow}"/>. Renders nothing itself; the list asks it for its cells.</summary>
public sealed class Column<TRow> : ComponentBase, IDisposable
{
    [CascadingParameter]
    public ListPage<TRow>? List { get; set; }

    /// <summary>The heading; also the cell's label on a phone.</summary>
    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = string.Empty;

    [Parameter]
    [EditorRequired]
    public RenderFragment<TRow>? ChildContent { get; set; }

    /// <summary>The key of the list's order by this column; null where it cannot be ordered by.</summary>
    [Parameter]
    public string? Sort { get; set; }

    /// <summary>Newest, biggest first at the first click.</summary>
    [Parameter]
    public bool DescendingFirst { get; set; }

    [Parameter]
    public ColumnAlign Align { get; set; }

    [Parameter]
    public ColumnPriority Priority { get; set; }

    /// <summary>A CSS width, for columns that should not grow.</summary>
    [Parameter]
    public string? Width { get; set; }

    /// <summary>The cell may break into several lines; others are cut with an ellipsis.</summary>
    [Parameter]
    public bool Wrap { get; set; }

    internal string CssClass =>
        (Align == ColumnAlign.End ? "end" : "start")
        + Priority switch
        {
            ColumnPriority.Always => string.Empty,
            ColumnPriority.Wide => " from-wide",
            ColumnPriority.Medium => " from-medium",
        }
        + (Wrap ? " wrap" : string.Empty);

    public void Dispose() => List?.Remove(this);

    protected override void OnInitialized() => List?.Add(this);
}

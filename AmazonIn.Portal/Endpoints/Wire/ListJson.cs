using AmazonIn.Domain.Common;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>A page of a list.</summary>
/// <param name="Data">The rows, newest first.</param>
/// <param name="NextCursor">To be handed back as <c>cursor</c> for the next page; null on the last one.</param>
internal sealed record ListJson<T>(IReadOnlyList<T> Data, string? NextCursor);

internal static class ListJson
{
    /// <summary>A page of a list so short that it is read whole, in the list's own order.</summary>
    public static ListJson<TJson> Page<TRow, TJson>(
        IReadOnlyList<TRow> rows,
        PageRequest page,
        Func<TRow, long> idOf,
        Func<TRow, TJson> toJson)
    {
        var rest = page.AfterId is { } after ? rows.SkipWhile(row => idOf(row) != after).Skip(1) : rows;
        var taken = rest.Take(page.Take + 1).ToList();
        var more = taken.Count > page.Take;
        return new ListJson<TJson>(
            [.. taken.Take(page.Take).Select(toJson)],
            more ? Cursor.Of(idOf(taken[page.Take - 1])) : null);
    }
}

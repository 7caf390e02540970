using System.Globalization;
using AmazonIn.Domain.Common;
using Microsoft.AspNetCore.WebUtilities;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>
/// What a list shows, as its address says it: page, rows a page, order, search and filters. Immutable; every change is
/// another address, so that each view can be linked, reloaded and left with the back button.
/// </summary>
public sealed class ListQuery
{
    public const int DefaultSize = 50;
    public const string PageKey = "page";
    public const string SizeKey = "size";
    public const string SortKey = "sort";
    public const string SearchKey = "q";

    private readonly Dictionary<string, string> filters;

    private ListQuery(int page, int size, string? sort, string search, Dictionary<string, string> filters)
    {
        Page = page;
        Size = size;
        Sort = sort;
        Search = search;
        this.filters = filters;
    }

    public static IReadOnlyList<int> Sizes { get; } = [25, 50, 100];

    /// <summary>From 1.</summary>
    public int Page { get; }

    public int Size { get; }

    /// <summary>The key, with a minus in front for descending; null for the list's own order.</summary>
    public string? Sort { get; }

    public string Search { get; }

    public IReadOnlyDictionary<string, string> Filters => filters;

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Search.Length > 0 || filters.Count > 0;

    public static ListQuery Parse(string uri)
    {
        var start = uri.IndexOf('?', StringComparison.Ordinal);
        var query = start < 0 ? string.Empty : uri[start..];
        var fragment = query.IndexOf('#', StringComparison.Ordinal);
        var values = QueryHelpers.ParseQuery(fragment < 0 ? query : query[..fragment]);
        var filters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in values)
        {
            var text = value.ToString();
            if (key is not (PageKey or SizeKey or SortKey or SearchKey) && text.Length > 0)
            {
                filters[key] = text;
            }
        }

        var size = Number(SizeKey, DefaultSize);
        return new ListQuery(
            Math.Clamp(Number(PageKey, 1), 1, 1_000_000),
            Sizes.Contains(size) ? size : DefaultSize,
            Text(SortKey) is { Length: > 0 } sort ? sort : null,
            Text(SearchKey).Trim(),
            filters);

        string Text(string key) => values.TryGetValue(key, out var value) ? value.ToString() : string.Empty;

        int Number(string key, int fallback) =>
            int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;
    }

    public PageRequest ToPage() => new(Size, (Page - 1) * Size);

    /// <summary>The order asked for, or the fallback where the address names none or an unknown one.</summary>
    public SortBy<TKey> SortBy<TKey>(TKey fallback, bool descending = false)
        where TKey : struct, Enum
    {
        if (Sort is null)
        {
            return new SortBy<TKey>(fallback, descending);
        }

        return Named<TKey>(Sort.TrimStart('-')) is { } key
            ? new SortBy<TKey>(key, Sort.StartsWith('-'))
            : new SortBy<TKey>(fallback, descending);
    }

    /// <summary>The filter's text, or null.</summary>
    public string? Text(string key) => filters.GetValueOrDefault(key);

    /// <summary>The filter's value by name; null where it is absent or unknown.</summary>
    public T? Choice<T>(string key)
        where T : struct, Enum => Text(key) is { } name ? Named<T>(name) : null;

    /// <summary>The filter's number, or null.</summary>
    public long? Id(string key) =>
        long.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whether the filter is on.</summary>
    public bool Flag(string key) => Text(key) == "true";

    public ListQuery WithPage(int page) => new(page, Size, Sort, Search, filters);

    public ListQuery WithSize(int size) => new(1, size, Sort, Search, filters);

    public ListQuery WithSort(string? sort) => new(1, Size, sort, Search, filters);

    public ListQuery WithSearch(string search) => new(1, Size, Sort, search.Trim(), filters);

    /// <summary>Sets the filter, or takes it away with null.</summary>
    public ListQuery WithFilter(string key, string? value)
    {
        var changed = new Dictionary<string, string>(filters, StringComparer.Ordinal);
        if (value is null)
        {
            changed.Remove(key);
        }
        else
        {
            changed[key] = value;
        }

        return new ListQuery(1, Size, Sort, Search, changed);
    }

    /// <summary>Without search and filters.</summary>
    public ListQuery Widened() => new(1, Size, Sort, string.Empty, []);

    /// <summary>The address, defaults left out.</summary>
    /// <param name="path">Path of the page, with or without its own query.</param>
    public string ToUri(string path)
    {
        var end = path.IndexOfAny(['?', '#']);
        var pairs = new List<KeyValuePair<string, string?>>();
        if (Search.Length > 0)
        {
            pairs.Add(new(SearchKey, Search));
        }

        pairs.AddRange(filters.OrderBy(filter => filter.Key, StringComparer.Ordinal)
            .Select(filter => new KeyValuePair<string, string?>(filter.Key, filter.Value)));
        if (Sort is not null)
        {
            pairs.Add(new(SortKey, Sort));
        }

        if (Size != DefaultSize)
        {
            pairs.Add(new(SizeKey, Size.ToString(CultureInfo.InvariantCulture)));
        }

        if (Page > 1)
        {
            pairs.Add(new(PageKey, Page.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryHelpers.AddQueryString(end < 0 ? path : path[..end], pairs);
    }

    // Enum.TryParse also takes numbers and sums of flags; an address names one value.
    private static T? Named<T>(string name)
        where T : struct, Enum =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && !name.Contains(',', StringComparison.Ordinal)
        && Enum.TryParse<T>(name, ignoreCase: true, out var value)
            ? value
            : null;
}

using System.Linq.Expressions;
using AmazonIn.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>
/// Pages of lists. A page is read in two steps: first the ids, which an index alone often answers, also far behind the
/// start; then the rows of these ids with everything that is joined to them.
/// </summary>
internal static class Paging
{
    /// <summary>By id, newest first, without a count, instead of the list's own order.</summary>
    public static bool IsByCursor(this PageRequest page) => page.ByCursor || page.AfterId is not null;

    /// <param name="ids">The ids of all rows that match.</param>
    /// <param name="sorted">The same in the list's order, which must leave no two rows equal.</param>
    public static async Task<IdPage> ReadPageAsync(
        this IQueryable<long> ids,
        IQueryable<long> sorted,
        PageRequest page,
        CancellationToken cancellationToken)
    {
        if (page.IsByCursor())
        {
            return await ReadAfterAsync(ids, page, cancellationToken);
        }

        var found = await sorted.Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var endSeen = found.Count < page.Take && (found.Count > 0 || page.Skip == 0);
        var total = endSeen ? page.Skip + found.Count : await ids.CountAsync(cancellationToken);
        return new IdPage(found, total, null);
    }

    public static PageOf<T> Of<T>(this IdPage page, IEnumerable<T> rows, Func<T, long> id) =>
        new(rows.InOrderOf(page.Ids, id), page.Total, page.NextAfterId);

    /// <summary>Puts rows into the order of their ids; an id whose row has gone meanwhile is left out.</summary>
    public static IReadOnlyList<T> InOrderOf<T>(this IEnumerable<T> rows, IEnumerable<long> ids, Func<T, long> id)
    {
        var byId = rows.ToDictionary(id);
        return [.. ids.Where(byId.ContainsKey).Select(wanted => byId[wanted])];
    }

    public static IOrderedQueryable<T> SortBy<T, TKey>(
        this IQueryable<T> rows, Expression<Func<T, TKey>> key, bool descending) =>
        descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    public static IOrderedQueryable<T> ThenBy<T, TKey>(
        this IOrderedQueryable<T> rows, Expression<Func<T, TKey>> key, bool descending) =>
        descending ? rows.ThenByDescending(key) : rows.ThenBy(key);

    /// <summary>
    /// By an amount, as a floating point number, which SQLite sorts by itself; its decimals are texts that it hands to
    /// us two by two. Only the order is taken from it: to differ in it, two amounts need fifteen equal digits.
    /// </summary>
    public static IOrderedQueryable<T> SortByAmount<T>(
        this IQueryable<T> rows, Expression<Func<T, decimal?>> amount, bool descending) =>
        rows.SortBy(
            Expression.Lambda<Func<T, double?>>(
                Expression.Convert(amount.Body, typeof(double?)), amount.Parameters),
            descending);

    // One more than asked for tells whether anything comes after the page.
    private static async Task<IdPage> ReadAfterAsync(
        IQueryable<long> ids, PageRequest page, CancellationToken cancellationToken)
    {
        var rest = page.AfterId is { } after ? ids.Where(id => id < after) : ids;
        var found = await rest.OrderByDescending(id => id).Take(page.Take + 1).ToListAsync(cancellationToken);
        if (found.Count <= page.Take)
        {
            return new IdPage(found, null, null);
        }

        found.RemoveAt(page.Take);
        return new IdPage(found, null, found[^1]);
    }
}

using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>
/// Looks for what a person typed, without regard to case, the same way on both databases: the database itself puts
/// both sides into lower case, and nothing in the text is a wildcard. SQLite lowers ASCII letters only; of other
/// letters the case must match there.
/// </summary>
internal static class TextMatching
{
    // These lambdas become SQL; no culture and no comparer of ours takes part.
#pragma warning disable CA1304, CA1309, CA1311, CA1862

    /// <summary>The typed text without blanks around it; null where nothing is left to look for.</summary>
    public static string? Wanted(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    /// <summary>Rows with the text in at least one of the columns.</summary>
    public static IQueryable<T> Mentioning<T>(
        this IQueryable<T> rows, string text, params Expression<Func<T, string?>>[] columns)
    {
        // As a parameter, so that it is not put into lower case here, which would be another lower case.
        Expression<Func<string, bool>> contains = column => column.ToLower().Contains(EF.Parameter(text).ToLower());
        return rows.Where(columns.Select(contains.Of).Aggregate((one, other) =>
            Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, other.Of(one)), one.Parameters)));
    }

    /// <summary>Whole matches of the column first, then those that begin with the text, then the others.</summary>
    public static IOrderedQueryable<T> ByCloseness<T>(
        this IQueryable<T> rows, string text, Expression<Func<T, string?>> column)
    {
        Expression<Func<string, int>> rank = key => key.ToLower() == EF.Parameter(text).ToLower() ? 0
            : key.ToLower().StartsWith(EF.Parameter(text).ToLower()) ? 1
            : 2;
        return rows.OrderBy(rank.Of(column)).ThenBy(column);
    }

    /// <summary>In the order of the alphabet, upper and lower case together.</summary>
    public static IOrderedQueryable<T> SortByText<T>(
        this IQueryable<T> rows, Expression<Func<T, string?>> column, bool descending)
    {
        Expression<Func<string, string>> lower = text => text.ToLower();
        return rows.SortBy(lower.Of(column), descending);
    }

    /// <summary>Rows whose ordinally compared column lies in the range.</summary>
    public static IQueryable<T> Within<T>(
        this IQueryable<T> rows, KeyRange range, Expression<Func<T, string?>> column)
    {
        Expression<Func<string, bool>> from = key => string.Compare(key, range.From) >= 0;
        Expression<Func<string, bool>> below = key => string.Compare(key, range.Below) < 0;
        var open = rows.Where(from.Of(column));
        return range.Below is null ? open : open.Where(below.Of(column));
    }

#pragma warning restore CA1304, CA1309, CA1311, CA1862

    /// <summary>The function of a text as one of a row, by what the row has in the column.</summary>
    private static Expression<Func<T, TResult>> Of<T, TResult>(
        this Expression<Func<string, TResult>> function, Expression<Func<T, string?>> column) =>
        Expression.Lambda<Func<T, TResult>>(
            new Replacement(function.Parameters[0], column.Body).Visit(function.Body), column.Parameters);

    private static Expression Of<T>(this Expression<Func<T, bool>> condition, Expression<Func<T, bool>> same) =>
        new Replacement(condition.Parameters[0], same.Parameters[0]).Visit(condition.Body);

    private sealed class Replacement(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? value : node;
    }
}

using System.Runtime.CompilerServices;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Exports;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>What every export does: asks leave, leaves a record, and streams the list as the kind of file asked for.</summary>
internal sealed class ExportFile(
    ExportRows export, TableFile file, IOrganisationStore organisations, ICurrentActor current)
{
    /// <summary>Who asks, and how their list is narrowed.</summary>
    /// <param name="Zone">The organisation's, for days and times.</param>
    internal sealed record Request(HttpContext Context, ListQuery Query, TimeZoneInfo Zone);

    public async Task<Request> ReadAsync(HttpContext context)
    {
        var organisation = await organisations.FindAsync(context.RequestAborted);
        return new Request(
            context,
            ListQuery.Parse(context.Request.QueryString.Value ?? string.Empty),
            organisation?.FindZone() ?? TimeZoneInfo.Utc);
    }

    /// <param name="name">Of the file and in the record: <c>sales-orders</c>.</param>
    /// <param name="words">The same for people.</param>
    /// <param name="load">One page of the list.</param>
    /// <param name="rowsOf">The rows that an entry of the list takes.</param>
    public async Task<Results<PushStreamHttpResult, ForbidHttpResult>> WriteAsync<TEntry, TRow>(
        Request request,
        string name,
        string words,
        Func<PageRequest, CancellationToken, Task<PageOf<TEntry>>> load,
        Func<TEntry, IEnumerable<TRow>> rowsOf,
        IReadOnlyList<ExportColumn<TRow>> columns)
    {
        var exported = await export.RunAsync(
            await current.GetAsync(), name, words, NamesOf(request), load, request.Context.RequestAborted);
        if (!exported.Succeeded)
        {
            return TypedResults.Forbid();
        }

        return file.Of(
            request.Context,
            request.Zone,
            name,
            words,
            request.Query.Choice<TableFormat>(ExportLinks.FormatKey) ?? TableFormat.Csv,
            columns,
            EachRowAsync(exported.Value.Rows, rowsOf));
    }

    private static async IAsyncEnumerable<TRow> EachRowAsync<TEntry, TRow>(
        IAsyncEnumerable<TEntry> entries,
        Func<TEntry, IEnumerable<TRow>> rowsOf,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            foreach (var row in rowsOf(entry))
            {
                yield return row;
            }
        }
    }

    // Names alone: what was typed into a search may be a buyer's name.
    private static IEnumerable<string> NamesOf(Request request) => request.Context.Request.Query.Keys
        .Where(key => key != ExportLinks.FormatKey && key.Length <= 20 && key.All(char.IsAsciiLetter));
}

using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.UseCases.Exports;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>What every export of sales does: asks leave, leaves a record, and streams the list as the kind of file asked for.</summary>
internal sealed class ExportFile(ExportRows export, TableFile file, ICurrentActor current)
{
    /// <param name="name">Of the file and in the record: <c>sales-orders</c>.</param>
    /// <param name="words">The same for people.</param>
    /// <param name="load">One page of the list.</param>
    /// <param name="rowsOf">The rows that an entry of the list takes.</param>
    public async Task<Results<PushStreamHttpResult, ForbidHttpResult>> WriteAsync<TEntry, TRow>(
        ExportRequest request,
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
            request,
            name,
            words,
            request.Query.Choice<TableFormat>(ExportLinks.FormatKey) ?? TableFormat.Csv,
            columns,
            exported.Value.Rows.SelectMany(rowsOf));
    }

    // Names alone: what was typed into a search may be a buyer's name.
    private static IEnumerable<string> NamesOf(ExportRequest request) => request.Context.Request.Query.Keys
        .Where(key => key != ExportLinks.FormatKey && key.Length <= 20 && key.All(char.IsAsciiLetter));
}

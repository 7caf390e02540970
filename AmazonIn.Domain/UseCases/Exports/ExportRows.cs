using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Exports;

/// <summary>
/// Hands a list of sales out as a whole, page by page, newest first. That it was handed out is recorded before the first
/// row is; what was searched for is not, since people search for names.
/// </summary>
public sealed class ExportRows(IAuditTrail audit)
{
    /// <param name="list">What is exported, for programs: <c>sales-orders</c>.</param>
    /// <param name="words">The same for people: <c>Sales orders</c>.</param>
    /// <param name="filters">Names of the filters that narrow it.</param>
    /// <param name="load">One page by cursor.</param>
    public async Task<Result<ExportedRows<T>>> RunAsync<T>(
        Actor actor,
        string list,
        string words,
        IEnumerable<string> filters,
        Func<PageRequest, CancellationToken, Task<PageOf<T>>> load,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ViewOrders, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        var entry = new AuditEntry(actor, AuditAction.ExportList, AuditOutcome.Granted, $"list:{list}", words)
            .With("filters", string.Join(' ', filters));
        await audit.RecordAsync(entry, cancellationToken);
        return new ExportedRows<T>(WholeList.ReadAsync(load, CancellationToken.None));
    }
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Groups what was not synced by its cause.</summary>
internal static class ReasonCounts
{
    /// <summary>Causes in these runs, most frequent first, each with one of its sentences.</summary>
    /// <param name="most">How many causes at most; null reads all.</param>
    public static async Task<IReadOnlyList<ReasonCount>> ReadAsync(
        PortalDbContext context,
        IReadOnlyCollection<long> runIds,
        int? most,
        CancellationToken cancellationToken)
    {
        var causes = context.SyncEntries
            .Where(entry => runIds.Contains(entry.RunId) && entry.Outcome == EntryOutcome.NotSynced)
            .GroupBy(entry => entry.ReasonCode)
            .Select(group => new
            {
                Code = group.Key,
                Example = group.Min(entry => entry.Reason),
                Count = group.Count(),
            })
            .OrderByDescending(cause => cause.Count)
            .ThenBy(cause => cause.Code);
        var rows = await (most is { } limit ? causes.Take(limit) : causes).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new ReasonCount(row.Code ?? string.Empty, row.Example ?? string.Empty, row.Count)),
        ];
    }
}

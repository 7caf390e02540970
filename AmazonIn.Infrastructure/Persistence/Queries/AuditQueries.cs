using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Queries;

internal sealed class AuditQueries(Storage<PortalDbContext> storage) : IAuditQueries
{
    public Task<PageOf<AuditRecord>> ListAsync(
        AuditFilter filter, PageRequest page, CancellationToken cancellationToken) => storage.ReadAsync(
            async (context, token) =>
            {
                var wanted = Filter(context.AuditRecords, filter);
                var newestFirst = wanted.OrderByDescending(record => record.Sequence);
                var found = await wanted.Select(record => record.Sequence)
                    .ReadPageAsync(newestFirst.Select(record => record.Sequence), page, token);
                var records = await context.AuditRecords
                    .Where(record => found.Ids.Contains(record.Sequence)).ToListAsync(token);
                return found.Of(records, record => record.Sequence);
            },
            cancellationToken);

    public Task<int> CountAsync(AuditFilter filter, CancellationToken cancellationToken) => storage.ReadAsync(
        (context, token) => Filter(context.AuditRecords, filter).CountAsync(token), cancellationToken);

    public Task<IReadOnlyList<AuditActor>> ListActorsAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<AuditActor>>(
            async (context, token) =>
            {
                var latest = context.AuditRecords
                    .GroupBy(record => record.ActorId)
                    .Select(records => records.Max(record => record.Sequence));
                return await context.AuditRecords
                    .Where(record => latest.Contains(record.Sequence))
                    .OrderBy(record => record.ActorName).ThenBy(record => record.ActorId)
                    .Select(record => new AuditActor(record.ActorId, record.ActorName))
                    .ToListAsync(token);
            },
            cancellationToken);

    private static IQueryable<AuditRecord> Filter(IQueryable<AuditRecord> records, AuditFilter filter)
    {
        if (filter.From is { } from)
        {
            records = records.Where(record => record.At >= from);
        }

        if (filter.To is { } to)
        {
            records = records.Where(record => record.At < to);
        }

        if (filter.Actor is { } actor)
        {
            records = records.Where(record => record.ActorId == actor);
        }

        if (filter.Action is { } action)
        {
            records = records.Where(record => record.Action == action);
        }

        if (filter.Outcome is { } outcome)
        {
            records = records.Where(record => record.Outcome == outcome);
        }

        if (filter.Subject is { } subject)
        {
            records = records.Where(record => record.Subject == subject);
        }

        if (filter.Origin is { } origin)
        {
            records = records.Where(record => record.Origin == origin);
        }

        return TextMatching.Wanted(filter.Search) is { } text
            ? records.Mentioning(
                text,
                record => record.ActorName,
                record => record.ActorId,
                record => record.Origin,
                record => record.Action,
                record => record.Subject,
                record => record.SubjectText,
                record => record.Reason,
                record => record.Details)
            : records;
    }
}

using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.Portal.Components.Audit;

/// <summary>A trail in memory, without anchors.</summary>
internal sealed class FakeAudit : IAuditQueries, IAuditArchive, IAuditAnchors
{
    public List<AuditRecord> Rows { get; } = [];

    public List<AuditFilter> Filters { get; } = [];

    public Exception? Fault { get; set; }

    public Task<PageOf<AuditRecord>> ListAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        Filters.Add(filter);
        return Fault is null
            ? Task.FromResult(Page([.. Rows.Where(row => filter.Action is null || row.Action == filter.Action)]))
            : Task.FromException<PageOf<AuditRecord>>(Fault);
    }

    private static PageOf<AuditRecord> Page(List<AuditRecord> rows)
    {
        rows.Reverse();
        return new(rows, rows.Count);
    }

    public Task<int> CountAsync(AuditFilter filter, CancellationToken cancellationToken) =>
        Task.FromResult(Rows.Count(row => filter.Action is null || row.Action == filter.Action));

    public Task<IReadOnlyList<AuditActor>> ListActorsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditActor>>([new("user:7", "Asha")]);

    public Task<AuditRecord?> FindHeadAsync(CancellationToken cancellationToken) => Task.FromResult(Rows.LastOrDefault());

    public Task<IReadOnlyList<AuditRecord>> ReadAsync(long after, int count, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditRecord>>([.. Rows.Where(record => record.Sequence > after).Take(count)]);

    public Task<int> CutAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task AppendAsync(AuditAnchor anchor, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<AuditAnchors> IAuditAnchors.ReadAsync(CancellationToken cancellationToken) => Task.FromResult(new AuditAnchors([], []));

    public void Add(AuditEntry entry) => Rows.Add(AuditRecord.After(
        Rows.LastOrDefault(), entry, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)));
}

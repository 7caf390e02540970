using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.TestKit;

/// <summary>Keeps records in memory, chained as the real one does; can be told to break.</summary>
internal sealed class InMemoryAudit : IAuditTrail
{
    private readonly Lock _gate = new();
    private readonly List<AuditRecord> _records = [];

    public IReadOnlyList<AuditRecord> Records
    {
        get
        {
            lock (_gate)
            {
                return [.. _records];
            }
        }
    }

    /// <summary>What every further record fails with; null lets them pass.</summary>
    public Exception? Fault { get; set; }

    /// <summary>Called before a record is taken; for tests of what happened first.</summary>
    public Action<AuditEntry>? OnRecord { get; set; }

    public Task<AuditRecord> RecordAsync(AuditEntry entry, CancellationToken cancellationToken)
    {
        OnRecord?.Invoke(entry);
        if (Fault is not null)
        {
            return Task.FromException<AuditRecord>(Fault);
        }

        lock (_gate)
        {
            var record = AuditRecord.After(
                _records.Count == 0 ? null : _records[^1], entry, new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
            _records.Add(record);
            return Task.FromResult(record);
        }
    }
}

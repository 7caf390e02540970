using System.Globalization;
using AmazonIn.Domain.Access;

namespace AmazonIn.Domain.Audit;

/// <summary>
/// What a record of <see cref="AuditAction.CutTrail"/> says: which records were taken away as too old, and the hash that
/// the first of those left builds on. It is a link of the chain itself, so it cannot be added afterwards unnoticed.
/// </summary>
/// <param name="Through">Sequence of the last record taken away.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Before">Only records older than this were taken away.</param>
public sealed record AuditCheckpoint(long Through, string Hash, DateTimeOffset Before)
{
    private const string ThroughName = "through";
    private const string HashName = "hash";
    private const string BeforeName = "before";
    private const string CountName = "records";

    /// <param name="count">Records taken away.</param>
    public AuditEntry ToEntry(int count) => new(
        Actor.System,
        AuditAction.CutTrail,
        AuditOutcome.Done,
        string.Create(CultureInfo.InvariantCulture, $"audit:{Through}"),
        "The oldest records of the audit trail")
    {
        Details = new Dictionary<string, string>
        {
            [ThroughName] = Through.ToString(CultureInfo.InvariantCulture),
            [HashName] = Hash,
            [BeforeName] = Before.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            [CountName] = count.ToString(CultureInfo.InvariantCulture),
        },
    };

    /// <summary>The checkpoint that a record is, or null where it is none.</summary>
    public static AuditCheckpoint? Of(AuditRecord record)
    {
        if (record.Action != AuditAction.CutTrail)
        {
            return null;
        }

        var details = AuditDetails.Read(record.Details);
        return long.TryParse(
                details.GetValueOrDefault(ThroughName), NumberStyles.None, CultureInfo.InvariantCulture, out var through)
            && DateTimeOffset.TryParse(
                details.GetValueOrDefault(BeforeName),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var before)
            && details.GetValueOrDefault(HashName) is { } hash
            ? new AuditCheckpoint(through, hash, before)
            : null;
    }
}

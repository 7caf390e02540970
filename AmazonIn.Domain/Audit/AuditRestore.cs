using System.Globalization;
using AmazonIn.Domain.Access;

namespace AmazonIn.Domain.Audit;

/// <summary>
/// What a record of <see cref="AuditAction.Restore"/> says of the trail itself: a backup was restored whose trail ended
/// earlier, and the records after that are lost. It accounts for anchors of lost records, and never hides that they are.
/// </summary>
/// <param name="Through">Sequence of the last record in the backup.</param>
/// <param name="Lost">Sequence of the newest anchored record, up to which records are lost; as <paramref name="Through"/>
/// where none is.</param>
public sealed record AuditRestore(long Through, long Lost)
{
    private const string ThroughName = "through";
    private const string LostName = "lost";

    public AuditEntry ToEntry(Actor actor) =>
        new AuditEntry(actor, AuditAction.Restore, AuditOutcome.Done, "backup", "A backup of the portal")
            .With(ThroughName, Through.ToString(CultureInfo.InvariantCulture))
            .With(LostName, Lost.ToString(CultureInfo.InvariantCulture));

    /// <summary>The restore that a record tells of, or null where it is none.</summary>
    public static AuditRestore? Of(AuditRecord record)
    {
        if (record.Action != AuditAction.Restore || record.Outcome != AuditOutcome.Done)
        {
            return null;
        }

        var details = AuditDetails.Read(record.Details);
        return Number(details, ThroughName) is { } through && Number(details, LostName) is { } lost
            ? new AuditRestore(through, lost)
            : null;
    }

    private static long? Number(IReadOnlyDictionary<string, string> details, string name) => long.TryParse(
        details.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

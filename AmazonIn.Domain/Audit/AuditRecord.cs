using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AmazonIn.Domain.Audit;

/// <summary>
/// One link of the audit trail (security.md C-24). Immutable, and never changed in the database.
/// </summary>
/// <remarks>
/// <para><see cref="Hash"/> is the SHA-256, in 64 lower-case hexadecimal digits, over the UTF-8 bytes of
/// <see cref="PreviousHash"/> followed by those of the content. The content, version 1, is the fields</para>
/// <para><c>Version, Sequence, At, ActorId, ActorName, Origin, Action, Outcome, Subject, SubjectText, Reason, Details</c></para>
/// <para>in this order, each written as its length in UTF-8 bytes, a colon, its text, and a comma; an absent reason is
/// written as <c>-,</c>. Numbers are decimal without grouping, <c>At</c> is UTC as
/// <c>yyyy-MM-ddTHH:mm:ss.fffffffZ</c>, the outcome its name. Lengths make the content unambiguous: no text can be moved
/// from one field into another. A later version gets another number and leaves these records verifiable.</para>
/// <para>The chain shows tampering to whoever knows an earlier hash. It is no signature: whoever may write the database
/// and computes every later hash anew is caught by the anchors, which are kept outside of it.</para>
/// </remarks>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="At">By the clock of the portal that wrote it.</param>
/// <param name="ActorId"><c>user:17</c>, <c>key:3</c>, <c>system</c>, <c>nobody</c>.</param>
/// <param name="ActorName">The actor's name then.</param>
/// <param name="Origin">The address that the actor came from, <c>verb</c> or <c>system</c>.</param>
/// <param name="Action">One of <see cref="AuditAction"/>.</param>
/// <param name="Subject">As in <see cref="AuditEntry.Subject"/>.</param>
/// <param name="SubjectText">As in <see cref="AuditEntry.SubjectText"/>.</param>
/// <param name="Reason">Null where none was asked for.</param>
/// <param name="Details">As <see cref="AuditDetails"/> writes them; hashed as stored.</param>
/// <param name="Version">Of the content.</param>
/// <param name="PreviousHash">The hash of the record before, or <see cref="NoHash"/>.</param>
public sealed record AuditRecord(
    long Sequence,
    DateTimeOffset At,
    string ActorId,
    string ActorName,
    string Origin,
    string Action,
    AuditOutcome Outcome,
    string Subject,
    string SubjectText,
    string? Reason,
    string Details,
    int Version,
    string PreviousHash,
    string Hash)
{
    public const int CurrentVersion = 1;
    public const int HashLength = 64;
    public const int ActorIdMaxLength = 40;
    public const int ActorNameMaxLength = 120;
    public const int OriginMaxLength = 64;
    public const int ActionMaxLength = 64;
    public const int SubjectMaxLength = 100;
    public const int SubjectTextMaxLength = 200;

    /// <summary>What stands before the first record.</summary>
    public static string NoHash { get; } = new('0', HashLength);

    /// <summary>The entry as the record after <paramref name="previous"/>; null begins the trail.</summary>
    public static AuditRecord After(AuditRecord? previous, AuditEntry entry, DateTimeOffset at)
    {
        var record = new AuditRecord(
            (previous?.Sequence ?? 0) + 1,
            at.ToUniversalTime(),
            AuditText.Clean(entry.Actor.Id, ActorIdMaxLength),
            AuditText.Clean(entry.Actor.Name, ActorNameMaxLength),
            Clip(entry.Actor.Origin, OriginMaxLength),
            entry.Action,
            entry.Outcome,
            AuditText.Clean(entry.Subject, SubjectMaxLength),
            AuditText.Clean(entry.SubjectText, SubjectTextMaxLength),
            string.IsNullOrWhiteSpace(entry.Reason) ? null : AuditText.Clean(entry.Reason, AuditText.ReasonMaxLength),
            AuditDetails.Write(entry.Details),
            CurrentVersion,
            previous?.Hash ?? NoHash,
            NoHash);
        return record with { Hash = record.ComputeHash() };
    }

    /// <summary>What <see cref="Hash"/> must be by the other fields.</summary>
    public string ComputeHash()
    {
        var text = new StringBuilder(PreviousHash, 512);
        Append(text, Version.ToString(CultureInfo.InvariantCulture));
        Append(text, Sequence.ToString(CultureInfo.InvariantCulture));
        Append(text, At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture));
        Append(text, ActorId);
        Append(text, ActorName);
        Append(text, Origin);
        Append(text, Action);
        Append(text, Outcome.ToString());
        Append(text, Subject);
        Append(text, SubjectText);
        Append(text, Reason);
        Append(text, Details);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Append(StringBuilder text, string? field) => _ = field is null
        ? text.Append("-,")
        : text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},");

    // An address is no telephone number, however much it may look like one.
    private static string Clip(string text, int length) => text.Length <= length ? text : text[..length];
}

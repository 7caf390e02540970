using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;

namespace AmazonIn.Tests.Audit;

[Trait("Row", "A1")]
public sealed class AuditRecordTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    private static readonly AuditEntry Entry = new AuditEntry(
        new Actor("user:7", "Asha Rao", new HashSet<string>()) { Origin = "203.0.113.7" },
        AuditAction.ChangeUserRole,
        AuditOutcome.Granted,
        "user:3",
        "Ravi")
    { Reason = "moved to packing ✓" }.With("to", "Viewer").With("from", "Manager");

    private static readonly Func<AuditRecord, AuditRecord>[] Edits =
    [
        record => record with { Sequence = 2 },
        record => record with { At = record.At.AddTicks(1) },
        record => record with { ActorId = "user:8" },
        record => record with { ActorName = "Asha Rau" },
        record => record with { Origin = "203.0.113.8" },
        record => record with { Action = AuditAction.CreateUser },
        record => record with { Outcome = AuditOutcome.Done },
        record => record with { Subject = "user:4" },
        record => record with { SubjectText = "Ravi " },
        record => record with { Reason = null },
        record => record with { Reason = string.Empty },
        record => record with { Details = "{}" },
        record => record with { Version = 2 },
        record => record with { PreviousHash = new string('1', AuditRecord.HashLength) },
        record => record with { Subject = "user:3R", SubjectText = "avi" },
    ];

    public static TheoryData<string> Personal { get; } = new()
    {
        "call 9876543210 first", "call 98765 43210 first", "+91 98765-43210", "098765.43210", "022 24567890", "+44 20 7946 0958",
        "९८७६५४३२१०", "write to asha.rao@example.com", "ravi@इंडिया.भारत", "(9876543210)",
    };

    public static TheoryData<string> Impersonal { get; } = new()
    {
        "403-9876543-2109876", "171-1234567-7654321", "order SO-00012 of 23 November 2026", "560001", "3 of 12 parcels",
        "2026-11-23T06:30:00", "₹ 12,34,567.50", "AWB 12345678901", "@home", "a@b",
    };

    [Fact]
    public void The_content_is_what_the_documentation_says()
    {
        var record = AuditRecord.After(null, Entry, At);

        const string content = "1:1,1:1,28:2026-11-23T06:30:00.0000000Z,6:user:7,8:Asha Rao,11:203.0.113.7,16:user.change-role,"
            + "7:Granted,6:user:3,4:Ravi,20:moved to packing ✓,32:{\"from\":\"Manager\",\"to\":\"Viewer\"},";
        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(new string('0', 64) + content));
        Assert.Equal(Convert.ToHexStringLower(expected), record.Hash);
        Assert.Equal(1, record.Sequence);
        Assert.Equal(AuditRecord.NoHash, record.PreviousHash);
    }

    [Fact]
    public void A_record_builds_on_the_one_before()
    {
        var first = AuditRecord.After(null, Entry, At);

        var second = AuditRecord.After(first, Entry, At);

        Assert.Equal((2, first.Hash), (second.Sequence, second.PreviousHash));
        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Fact]
    public void Whatever_is_edited_changes_the_hash()
    {
        var record = AuditRecord.After(null, Entry, At);

        Assert.Equal(record.Hash, record.ComputeHash());
        Assert.All(Edits, edit => Assert.NotEqual(record.Hash, edit(record).ComputeHash()));
    }

    [Theory]
    [MemberData(nameof(Personal))]
    public void What_looks_like_a_telephone_number_or_an_address_is_refused_and_never_recorded(string text)
    {
        var entry = (Entry with { Reason = text, SubjectText = text }).With("note", text);

        var record = AuditRecord.After(null, entry, At);

        Assert.Equal(AuditErrors.ReasonPersonal, AuditText.CheckReason(text));
        Assert.Contains(AuditText.Mask, record.Reason, StringComparison.Ordinal);
        Assert.False(AuditText.LooksPersonal(record.Reason!));
        Assert.False(AuditText.LooksPersonal(record.SubjectText));
        Assert.Contains(AuditText.Mask, AuditDetails.Read(record.Details)["note"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Impersonal))]
    public void What_only_resembles_them_is_kept(string text)
    {
        Assert.Null(AuditText.CheckReason(text));
        Assert.Equal(text, AuditRecord.After(null, Entry with { Reason = text }, At).Reason);
    }

    [Fact]
    public void A_reason_is_needed_and_short()
    {
        Assert.Equal(AuditErrors.ReasonMissing, AuditText.CheckReason("  "));
        Assert.Equal(AuditErrors.ReasonTooLong, AuditText.CheckReason(new string('a', AuditText.ReasonMaxLength + 1)));
        Assert.Null(AuditText.CheckReason(new string('a', AuditText.ReasonMaxLength)));
    }

    [Fact]
    public void Broken_and_endless_texts_become_well_formed_and_short()
    {
        var entry = Entry with { Reason = "a\0b\r\nc\ud83d " + new string('x', 191) + "😀😀" };

        var record = AuditRecord.After(null, entry, At);

        Assert.Equal("a b  c\ufffd " + new string('x', 191), record.Reason);
    }

    [Fact]
    public void Details_beyond_the_column_are_left_out_and_counted()
    {
        var many = Enumerable.Range(0, 100).Aggregate(Entry, (entry, index) => entry.With($"field-{index:00}", new string('"', 200)));

        var details = AuditRecord.After(null, many, At).Details;

        Assert.True(details.Length <= AuditDetails.MaxLength);
        Assert.Contains("left-out", AuditDetails.Read(details).Keys);
    }

    [Fact]
    public void A_network_address_is_no_telephone_number()
    {
        var actor = Entry.Actor with { Origin = "98.51.100.234" };

        Assert.Equal("98.51.100.234", AuditRecord.After(null, Entry with { Actor = actor }, At).Origin);
    }
}

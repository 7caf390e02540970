using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Infrastructure.Audit;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Audit;

/// <summary>The trail on a real database: appended to, tampered with, verified, cut.</summary>
[Trait("Row", "A1")]
public abstract class AuditTrailTests(DatabaseProvider provider) : StoreTests(provider)
{
    private static readonly Actor Asha = new("user:7", "Asha", Role.Auditor.Permissions) { Origin = "203.0.113.7" };

    private IAuditTrail Trail => Database.Get<IAuditTrail>();

    private IAuditArchive Archive => Database.Get<IAuditArchive>();

    private IAuditAnchors Anchors => Database.Get<IAuditAnchors>();

    private string AnchorFile => Path.Combine(Database.Directory, AuditAnchorFile.FileName);

    /// <summary>Each a way to tamper with ten records, and the words that the verification must find for it.</summary>
    public static TheoryData<string, string, string> Tampering { get; } = new()
    {
        { "edit", "UPDATE AuditRecords SET Reason = 'another' WHERE Sequence = 4", "Record 4 was changed" },
        { "edit of a detail", "UPDATE AuditRecords SET Details = '{}' WHERE Sequence = 10", "Record 10 was changed" },
        { "edit of a hash", "UPDATE AuditRecords SET Hash = PreviousHash WHERE Sequence = 4", "Record 4 was changed" },
        { "delete one", "DELETE FROM AuditRecords WHERE Sequence = 4", "Record 4 is gone." },
        { "delete several", "DELETE FROM AuditRecords WHERE Sequence IN (4, 5, 6)", "Records 4 to 6 are gone." },
        { "delete the first", "DELETE FROM AuditRecords WHERE Sequence <= 3", "The beginning of the trail is gone" },
        {
            "delete and close the gap",
            "DELETE FROM AuditRecords WHERE Sequence = 10; UPDATE AuditRecords SET Sequence = 10 WHERE Sequence = 9; "
                + "UPDATE AuditRecords SET Sequence = 9 WHERE Sequence = 8; DELETE FROM AuditRecords WHERE Sequence = 7",
            "was changed"
        },
        {
            "insert",
            "INSERT INTO AuditRecords SELECT 11, At, ActorId, ActorName, Origin, Action, Outcome, Subject, SubjectText, Reason, "
                + "Details, Version, PreviousHash, Hash FROM AuditRecords WHERE Sequence = 5",
            "Record 11 was changed"
        },
        {
            "insert before the first",
            "INSERT INTO AuditRecords SELECT 0, At, ActorId, ActorName, Origin, Action, Outcome, Subject, SubjectText, Reason, "
                + "Details, Version, PreviousHash, Hash FROM AuditRecords WHERE Sequence = 1",
            "Record 0 was changed"
        },
        {
            "reorder",
            "UPDATE AuditRecords SET Sequence = 99 WHERE Sequence = 4; UPDATE AuditRecords SET Sequence = 4 WHERE Sequence = 5; "
                + "UPDATE AuditRecords SET Sequence = 5 WHERE Sequence = 99",
            "Record 4 was changed"
        },
        { "truncate the tail", "DELETE FROM AuditRecords WHERE Sequence > 7", "The end of the trail is gone: it ends at record 7, but record 10 was anchored" },
        { "delete all", "DELETE FROM AuditRecords", "The end of the trail is gone: it ends at record 0, but record 10 was anchored" },
    };

    [Fact]
    public async Task A_record_comes_back_as_it_was_written()
    {
        var entry = new AuditEntry(Asha, AuditAction.ChangeUserRole, AuditOutcome.Granted, "user:3", "Ravi ✓ ") { Reason = "moved" };
        Clock.Advance(TimeSpan.FromTicks(1234567));

        var written = await Trail.RecordAsync(entry.With("to", "Viewer"), Cancelled);

        var read = Assert.Single(await Archive.ReadAsync(long.MinValue, 10, Cancelled));
        Assert.Equal(written, read);
        Assert.Equal(read.Hash, read.ComputeHash());
        Assert.Equal((Clock.GetUtcNow(), "203.0.113.7", "moved"), (read.At, read.Origin, read.Reason));
    }

    [Fact]
    public async Task A_whole_trail_verifies_and_is_anchored_and_the_verification_is_recorded()
    {
        await RecordAsync(10);

        var first = await VerifyAsync();
        var second = await VerifyAsync();

        Assert.True(first.IsWhole, first.Summary);
        Assert.Equal((10, 0), (first.Records, first.Anchors));
        Assert.True(second.IsWhole, second.Summary);
        Assert.Equal((11, 1), (second.Records, second.Anchors));
        Assert.StartsWith("The audit trail is whole: 11 records, 1 anchor, newest record 11, hash ", second.Summary, StringComparison.Ordinal);
        var last = (await Archive.FindHeadAsync(Cancelled))!;
        Assert.Equal((AuditAction.VerifyTrail, AuditOutcome.Done, "user:7"), (last.Action, last.Outcome, last.ActorId));
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task Tampering_is_found_and_named(string how, string sql, string words)
    {
        await RecordAsync(10);
        await AnchorAsync();
        await ExecuteAsync(sql);

        var verification = await VerifyAsync();

        Assert.False(verification.IsWhole, how);
        Assert.Contains(verification.Problems, problem => problem.Words.Contains(words, StringComparison.Ordinal));
        Assert.StartsWith("The audit trail was tampered with: ", verification.Summary, StringComparison.Ordinal);
        Assert.Equal(AuditOutcome.Failed, (await Archive.FindHeadAsync(Cancelled))!.Outcome);
    }

    [Fact]
    public async Task A_trail_computed_anew_from_the_first_edit_on_is_found_by_the_anchor()
    {
        await RecordAsync(10);
        await AnchorAsync();
        await RewriteAsync(record => record.Sequence == 4 ? record with { SubjectText = "somebody else" } : record);

        var verification = await VerifyAsync();

        var problem = Assert.Single(verification.Problems);
        Assert.Equal(10, problem.Sequence);
        Assert.Contains("the trail was written anew", problem.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_anchor_the_words_say_what_cannot_be_seen()
    {
        await RecordAsync(10);
        await ExecuteAsync("DELETE FROM AuditRecords WHERE Sequence > 7");

        var verification = await VerifyAsync();

        Assert.True(verification.IsWhole);
        Assert.Contains("a cut-off end would not show", verification.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_of_anchors_is_found()
    {
        await RecordAsync(3);
        await AnchorAsync();
        await File.WriteAllTextAsync(AnchorFile, "nothing\n", Cancelled);

        var verification = await VerifyAsync();

        Assert.Equal("Line 1 of the file of anchors is no anchor: somebody changed the file.", Assert.Single(verification.Problems).Words);
    }

    [Fact]
    public async Task Anchors_are_only_added_and_only_for_a_new_head()
    {
        await RecordAsync(3);

        Assert.True(await AnchorAsync());
        Assert.False(await AnchorAsync());
        await RecordAsync(1);
        Assert.True(await AnchorAsync());

        Assert.Equal([3, 4], (await Anchors.ReadAsync(Cancelled)).Anchors.Select(anchor => anchor.Sequence));
        Assert.DoesNotContain("Asha", await File.ReadAllTextAsync(AnchorFile, Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_portals_append_to_one_chain_without_gap_or_twin()
    {
        await using var other = Database.AnotherInstance();
        var trails = new[] { Trail, other.GetRequiredService<IAuditTrail>() };

        await Parallel.ForAsync(0, 60, Cancelled, async (index, token) =>
            await trails[index % 2].RecordAsync(Entry($"order:{index}"), token));

        var records = await Archive.ReadAsync(long.MinValue, 100, Cancelled);
        Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), records.Select(record => record.Sequence));
        Assert.Equal(60, records.Select(record => record.Subject).Distinct().Count());
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Records_are_neither_changed_nor_deleted_through_the_model()
    {
        await RecordAsync(2);
        await using var db = Database.Open();
        var record = await db.AuditRecords.AsTracking().FirstAsync(Cancelled);

        db.Entry(record).Property(stored => stored.Reason).CurrentValue = "another";
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancelled));
        db.ChangeTracker.Clear();
        db.Remove(record);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Cancelled));

        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    [Trait("Row", "X4")]
    public async Task What_is_thirteen_months_old_goes_and_the_rest_still_verifies()
    {
        await RecordAsync(5);
        await AnchorAsync();
        Clock.Advance(TimeSpan.FromDays(200));
        await RecordAsync(5);
        Clock.Advance(TimeSpan.FromDays(190));
        Assert.Equal(0, await CutAsync());
        Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(5, await CutAsync());
        Assert.Equal(0, await CutAsync());

        var records = await Archive.ReadAsync(long.MinValue, 100, Cancelled);
        Assert.Equal([6, 7, 8, 9, 10, 11], records.Select(record => record.Sequence));
        var checkpoint = AuditCheckpoint.Of(records[^1])!;
        Assert.Equal((5, records[0].PreviousHash), (checkpoint.Through, checkpoint.Hash));
        var verification = await VerifyAsync();
        Assert.True(verification.IsWhole, verification.Summary);
    }

    [Fact]
    [Trait("Row", "X4")]
    public async Task A_cut_goes_on_from_the_cut_before_and_may_take_everything_old()
    {
        await RecordAsync(3);
        Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(3, await CutAsync());
        Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(1, await CutAsync());

        var left = Assert.Single(await Archive.ReadAsync(long.MinValue, 100, Cancelled));
        Assert.Equal((5, AuditAction.CutTrail), (left.Sequence, left.Action));
        Assert.True((await VerifyAsync()).IsWhole);
    }

    [Fact]
    public async Task Months_of_zero_keep_everything()
    {
        await RecordAsync(3);
        Clock.Advance(TimeSpan.FromDays(4000));

        Assert.Equal(0, await new CutAuditTrail(Archive, new AuditSettings(0), Clock).RunAsync(Cancelled));
    }

    [Fact]
    public async Task A_forged_checkpoint_does_not_cover_young_records()
    {
        await RecordAsync(5);
        await AnchorAsync();
        var fifth = (await Archive.FindHeadAsync(Cancelled))!;
        await RecordAsync(2);
        await Trail.RecordAsync(new AuditCheckpoint(5, fifth.Hash, Clock.GetUtcNow().AddMinutes(1)).ToEntry(5), Cancelled);
        await ExecuteAsync("DELETE FROM AuditRecords WHERE Sequence <= 5");
        var early = await VerifyAsync();

        await Trail.RecordAsync(new AuditCheckpoint(5, fifth.Hash, Clock.GetUtcNow().AddMonths(-13)).ToEntry(5), Cancelled);
        await ExecuteAsync("DELETE FROM AuditRecords WHERE Sequence = 8");
        var dated = await VerifyAsync();

        Assert.Contains(early.Problems, problem => problem.Words.Contains("taken away too early", StringComparison.Ordinal));
        Assert.Contains(dated.Problems, problem => problem.Words.Contains("although it was not old enough", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Newest_come_first_and_filters_narrow_them()
    {
        var ravi = new Actor("user:8", "Ravi", Role.Viewer.Permissions) { Origin = "203.0.113.8" };
        await Trail.RecordAsync(Entry("order:1"), Cancelled);
        Clock.Advance(TimeSpan.FromHours(1));
        var middle = Clock.GetUtcNow();
        await Trail.RecordAsync(Entry("order:2") with { Actor = ravi, Outcome = AuditOutcome.Refused }, Cancelled);
        Clock.Advance(TimeSpan.FromHours(1));
        await Trail.RecordAsync(Entry("user:3") with { Action = AuditAction.CreateUser, Reason = "Packing Season" }, Cancelled);

        Assert.Equal([3, 2, 1], await FoundAsync(new AuditFilter()));
        Assert.Equal([3, 2], await FoundAsync(new AuditFilter(From: middle)));
        Assert.Equal([1], await FoundAsync(new AuditFilter(To: middle)));
        Assert.Equal([2], await FoundAsync(new AuditFilter(Actor: "user:8")));
        Assert.Equal([2], await FoundAsync(new AuditFilter(Outcome: AuditOutcome.Refused)));
        Assert.Equal([3], await FoundAsync(new AuditFilter(Action: AuditAction.CreateUser)));
        Assert.Equal([1], await FoundAsync(new AuditFilter(Subject: "order:1")));
        Assert.Equal([3], await FoundAsync(new AuditFilter(Search: "packing season")));
        Assert.Equal([2], await FoundAsync(new AuditFilter(Search: "203.0.113.8")));
        Assert.Equal(
            [new AuditActor("user:7", "Asha"), new AuditActor("user:8", "Ravi")],
            await Database.Get<IAuditQueries>().ListActorsAsync(Cancelled));
    }

    [Fact]
    public async Task An_export_is_recorded_before_its_first_record_leaves_and_holds_all()
    {
        await RecordAsync(PageRequest.MaxTake + 5);

        var export = await new ExportAuditTrail(Database.Get<IAuditQueries>(), Trail)
            .RunAsync(Asha, new AuditFilter(Search: "order"), Cancelled);

        // That something was searched for is kept, not what: people search for names.
        var head = (await Archive.FindHeadAsync(Cancelled))!;
        Assert.Equal((AuditAction.ExportTrail, "given"), (head.Action, AuditDetails.Read(head.Details)["search"]));
        var records = await export.Value!.Rows.ToListAsync(Cancelled);
        Assert.Equal(PageRequest.MaxTake + 5, records.Count(record => record.Subject == "order:1"));
        Assert.True(records.Zip(records.Skip(1)).All(pair => pair.First.Sequence > pair.Second.Sequence));
    }

    [Fact]
    public async Task An_export_of_one_address_says_so()
    {
        await new ExportAuditTrail(Database.Get<IAuditQueries>(), Trail)
            .RunAsync(Asha, new AuditFilter { Origin = "203.0.113.8" }, Cancelled);

        var head = (await Archive.FindHeadAsync(Cancelled))!;
        Assert.Equal("203.0.113.8", AuditDetails.Read(head.Details)["origin"]);
    }

    [Fact]
    public async Task Whoever_may_not_see_the_trail_neither_verifies_nor_exports_it_and_the_try_is_recorded()
    {
        var ravi = new Actor("user:8", "Ravi", Role.Manager.Permissions);

        var verified = await Verifier().RunAsync(ravi, null, Cancelled);
        var exported = await new ExportAuditTrail(Database.Get<IAuditQueries>(), Trail).RunAsync(ravi, new AuditFilter(), Cancelled);

        Assert.Equal("access.forbidden", verified.Error?.Code);
        Assert.Equal("access.forbidden", exported.Error?.Code);
        var records = await Archive.ReadAsync(long.MinValue, 10, Cancelled);
        Assert.All(records, record => Assert.Equal(
            (AuditAction.RefuseAccess, AuditOutcome.Refused, "permission:audit:view"), (record.Action, record.Outcome, record.Subject)));
        Assert.Equal(2, records.Count);
    }

    private static AuditEntry Entry(string subject) =>
        new AuditEntry(Asha, AuditAction.RenameChannel, AuditOutcome.Done, subject, $"Subject {subject}").With("to", "another");

    private async Task<IEnumerable<long>> FoundAsync(AuditFilter filter)
    {
        var page = await Database.Get<IAuditQueries>().ListAsync(filter, new PageRequest(), Cancelled);
        Assert.Equal(page.Items.Count, page.Total);
        return page.Items.Select(record => record.Sequence);
    }

    private VerifyAuditTrail Verifier() => new(Archive, Anchors, Trail, new AnchorAuditTrail(Archive, Anchors, Clock));

    private async Task<AuditVerification> VerifyAsync() => (await Verifier().RunAsync(Asha, null, Cancelled)).Value!;

    private Task<bool> AnchorAsync() => new AnchorAuditTrail(Archive, Anchors, Clock).RunAsync(Cancelled);

    private Task<int> CutAsync() => new CutAuditTrail(Archive, AuditSettings.Default, Clock).RunAsync(Cancelled);

    private async Task RecordAsync(int count)
    {
        for (var index = 0; index < count; index++)
        {
            await Trail.RecordAsync(Entry("order:1"), Cancelled);
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = Database.Open();
        await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), Cancelled);
    }

    // What somebody does who knows the hash and may write the whole table.
    private async Task RewriteAsync(Func<AuditRecord, AuditRecord> edit)
    {
        var records = await Archive.ReadAsync(long.MinValue, 100, Cancelled);
        await ExecuteAsync("DELETE FROM AuditRecords");
        await using var db = Database.Open();
        AuditRecord? last = null;
        foreach (var record in records)
        {
            var edited = edit(record) with { PreviousHash = last?.Hash ?? AuditRecord.NoHash };
            last = edited with { Hash = edited.ComputeHash() };
            db.Add(last);
        }

        await db.SaveChangesAsync(Cancelled);
    }

    public sealed class OnSqlite() : AuditTrailTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : AuditTrailTests(DatabaseProvider.SqlServer);
}

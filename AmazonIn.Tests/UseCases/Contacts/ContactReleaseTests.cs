using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.UseCases.Contacts;

/// <summary>The gate to personal data, over the real stores.</summary>
public abstract class ContactReleaseTests(DatabaseProvider provider) : SellerTests(provider)
{
    private const string Reason = "The courier needs a landmark";

    private Actor _asha = null!;
    private long _orderId;

    private IUserAccounts Users => Database.Get<IUserAccounts>();

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _asha = await AddAsync("asha@example.com", Role.Administrator);
        var context = AnAmazonOrder.Context() with { WarehouseId = Warehouse.Id };
        await new OrderImports(Database, await TakenAsync(SyncModule.Orders), Channel, context).ImportAsync(ACanary.Order);
        await using var db = Database.Open();
        _orderId = await db.SalesOrders.Select(order => order.Id).SingleAsync(Cancelled);
    }

    [Fact]
    [Trait("Row", "X1")]
    public async Task A_contact_is_opened_for_who_may_and_says_why_and_the_record_names_nobody()
    {
        var opened = await RevealAsync();

        Assert.Equal($"{ACanary.Mark}-recipient", opened.Value!.DeliveryAddress!.Name);
        var record = Assert.Single(await RecordsAsync());
        Assert.Equal(
            (AuditAction.RevealContact, AuditOutcome.Granted, _asha.Id, $"order:{_orderId}", Reason),
            (record.Action, record.Outcome, record.ActorId, record.Subject, record.Reason));
        Assert.DoesNotContain(ACanary.Mark, record.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "X1")]
    public async Task The_record_is_written_before_the_vault_is_opened_and_without_it_nothing_is()
    {
        var vault = new WatchedVault(Database.Get<IContactVault>());
        var audit = new InMemoryAudit { OnRecord = _ => Assert.False(vault.WasOpened) };

        Assert.True((await RevealAsync(vault: vault, audit: audit)).Succeeded);
        Assert.True(vault.WasOpened);

        vault.WasOpened = false;
        audit.Fault = new StorageUnavailableException("The trail takes nothing.");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => RevealAsync(vault: vault, audit: audit));
        Assert.False(vault.WasOpened);
    }

    [Theory]
    [InlineData(null, "audit.reason")]
    [InlineData("  ", "audit.reason")]
    [InlineData("call 98450 12345", "audit.reason-personal")]
    [Trait("Row", "X1")]
    public async Task Without_a_reason_that_names_nobody_nothing_is_opened(string? reason, string code)
    {
        Assert.Equal(code, (await RevealAsync(reason: reason)).Error!.Code);
        Assert.Empty(await RecordsAsync());
    }

    [Theory]
    [InlineData("Manager")]
    [InlineData("Fulfilment")]
    [InlineData("Viewer")]
    [InlineData("Auditor")]
    [Trait("Row", "X1")]
    public async Task Every_other_role_is_refused_and_recorded(string role)
    {
        var person = await AddAsync($"{role}@example.com", Role.Find(role)!);

        Assert.Equal(ErrorKind.Forbidden, (await RevealAsync(person)).Error!.Kind);
        Assert.Equal(
            (AuditAction.RefuseAccess, person.Id), ((await RecordsAsync())[0].Action, (await RecordsAsync())[0].ActorId));
    }

    [Fact]
    [Trait("Row", "X1")]
    public async Task A_right_that_was_taken_away_counts_at_once_whatever_the_window_still_holds()
    {
        var ravi = await AddAsync("ravi@example.com", Role.Administrator);
        Assert.True((await RevealAsync(ravi)).Succeeded);

        await Users.ChangeRoleAsync(IdOf(ravi), Role.Viewer.Name, Cancelled);
        Assert.Equal(ErrorKind.Forbidden, (await RevealAsync(ravi)).Error!.Kind);

        await Users.ChangeRoleAsync(IdOf(ravi), Role.Administrator.Name, Cancelled);
        await Users.SetDisabledAsync(IdOf(ravi), disabled: true, Cancelled);
        Assert.Equal(ErrorKind.Forbidden, (await RevealAsync(ravi)).Error!.Kind);
    }

    [Fact]
    [Trait("Row", "X1")]
    public async Task Neither_the_portal_itself_nor_a_key_can_look()
    {
        var key = new Actor("key:3", "Export", Permission.All.ToHashSet(StringComparer.Ordinal));

        Assert.Equal(ContactErrors.PeopleOnly, (await RevealAsync(Actor.System)).Error);
        Assert.Equal(ContactErrors.PeopleOnly, (await RevealAsync(key)).Error);
        Assert.Equal(ContactErrors.PeopleOnly, (await OpenAsync(key, ContactUse.PrintLabel, null)).Error);
        Assert.True((await OpenAsync(key, ContactUse.HandOver, null)).Succeeded);
    }

    [Fact]
    [Trait("Row", "X2")]
    public async Task What_has_expired_is_not_opened_even_before_the_sweep()
    {
        await using (var db = Database.Open())
        {
            await db.SalesOrders.ExecuteUpdateAsync(
                set => set.SetProperty(order => order.ContactExpiresAt, Clock.GetUtcNow()), Cancelled);
        }

        Assert.Equal(ContactErrors.Deleted, (await RevealAsync()).Error);
        Assert.Empty(await RecordsAsync());
    }

    [Fact]
    [Trait("Row", "X1")]
    public async Task The_twenty_first_reveal_in_ten_minutes_suspends_and_printing_goes_on()
    {
        for (var reveal = 1; reveal <= RevealPolicy.MostInShortWindow; reveal++)
        {
            Assert.True((await RevealAsync()).Succeeded, $"Reveal {reveal} was refused.");
            Clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(ContactErrors.Suspended, (await RevealAsync()).Error);
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ContactErrors.Suspended, (await RevealAsync()).Error);
        Assert.Contains(await RecordsAsync(), record => record.Action == AuditAction.SuspendReveal);
        Assert.NotNull((await Users.FindAsync(IdOf(_asha), Cancelled))!.RevealSuspendedUntil);
        Assert.True((await OpenAsync(_asha, ContactUse.PrintSlip, null)).Succeeded);

        Clock.Advance(RevealPolicy.Suspension);
        Assert.True((await RevealAsync()).Succeeded);
    }

    [Fact]
    [Trait("Row", "X1")]
    [Trait("Row", "A1")]
    public async Task A_suspension_that_does_not_come_about_is_not_recorded_as_done()
    {
        for (var reveal = 1; reveal <= RevealPolicy.MostInShortWindow; reveal++)
        {
            Assert.True((await RevealAsync()).Succeeded);
        }

        var trail = new WatchedTrail(Database.Get<IAuditTrail>())
        {
            OnRecorded = async entry =>
            {
                if (entry is { Action: AuditAction.SuspendReveal, Outcome: AuditOutcome.Granted })
                {
                    await using var db = Database.Open();
                    await db.Users.Where(user => user.Id == IdOf(_asha)).ExecuteDeleteAsync(Cancelled);
                }
            },
        };
        var refused = await RevealAsync(audit: trail);

        Assert.Equal(ErrorKind.NotFound, refused.Error!.Kind);
        Assert.Equal(
            [AuditOutcome.Granted, AuditOutcome.Failed],
            (await RecordsAsync()).Where(record => record.Action == AuditAction.SuspendReveal)
                .Select(record => record.Outcome).Reverse());
    }

    [Fact]
    [Trait("Row", "X1")]
    public async Task Another_administrator_gives_the_right_back_and_nobody_does_so_for_themselves()
    {
        var ravi = await AddAsync("ravi@example.com", Role.Administrator);
        await Users.SuspendRevealAsync(IdOf(_asha), Clock.GetUtcNow().AddHours(20), Cancelled);
        var allow = new AllowReveal(Users, Database.Get<IAuditTrail>());

        Assert.Equal(ContactErrors.OwnSuspension, (await allow.RunAsync(_asha, IdOf(_asha), Cancelled)).Error);
        Assert.Equal(ContactErrors.Suspended, (await RevealAsync()).Error);
        Assert.True((await allow.RunAsync(ravi, IdOf(_asha), Cancelled)).Succeeded);
        Assert.True((await RevealAsync()).Succeeded);
    }

    private static long IdOf(Actor actor) => long.Parse(actor.Id["user:".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Actor> AddAsync(string email, Role role)
    {
        var added = await Users.CreateAsync(new NewUser(email, email, role.Name, "Kurta-Blue-2026!x"), Cancelled);
        return new Actor($"user:{added.Value}", email, role.Permissions) { Origin = "203.0.113.9" };
    }

    private Task<Result<BuyerContact>> RevealAsync(
        Actor? actor = null, string? reason = Reason, IContactVault? vault = null, IAuditTrail? audit = null) =>
        OpenAsync(actor ?? _asha, ContactUse.Reveal, reason, vault, audit);

    private Task<Result<BuyerContact>> OpenAsync(
        Actor actor, ContactUse use, string? reason, IContactVault? vault = null, IAuditTrail? audit = null) =>
        new ContactRelease(
            Database.Get<ISalesOrderQueries>(),
            vault ?? Database.Get<IContactVault>(),
            Users,
            Database.Get<IAuditQueries>(),
            audit ?? Database.Get<IAuditTrail>(),
            Clock).OpenAsync(actor, use, _orderId, reason, Cancelled);

    // Newest first, without those of the arrangement.
    private async Task<IReadOnlyList<AuditRecord>> RecordsAsync() =>
        (await Database.Get<IAuditQueries>().ListAsync(new AuditFilter(), new PageRequest(), Cancelled)).Items;

    private sealed class WatchedTrail(IAuditTrail trail) : IAuditTrail
    {
        public required Func<AuditEntry, Task> OnRecorded { get; init; }

        public async Task<AuditRecord> RecordAsync(AuditEntry entry, CancellationToken cancellationToken)
        {
            var record = await trail.RecordAsync(entry, cancellationToken);
            await OnRecorded(entry);
            return record;
        }
    }

    private sealed class WatchedVault(IContactVault vault) : IContactVault
    {
        public bool WasOpened { get; set; }

        public Task<IReadOnlyDictionary<string, SealedContact>> SealAsync(
            long channelId, IReadOnlyDictionary<string, BuyerContact> contacts, CancellationToken cancellationToken) =>
            vault.SealAsync(channelId, contacts, cancellationToken);

        public string BuyerKey(long channelId, string amazonOrderId, BuyerContact? contact) =>
            vault.BuyerKey(channelId, amazonOrderId, contact);

        public Task<BuyerContact?> OpenAsync(long channelId, string amazonOrderId, CancellationToken cancellationToken)
        {
            WasOpened = true;
            return vault.OpenAsync(channelId, amazonOrderId, cancellationToken);
        }
    }

    public sealed class OnSqlite() : ContactReleaseTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : ContactReleaseTests(DatabaseProvider.SqlServer);
}

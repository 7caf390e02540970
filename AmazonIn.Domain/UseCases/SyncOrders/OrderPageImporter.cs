using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.SyncRuns;

namespace AmazonIn.Domain.UseCases.SyncOrders;

/// <summary>
/// Turns a page of marketplace orders into sales orders and writes it. One bad record becomes an entry with its
/// reason; the others go on.
/// </summary>
public sealed class OrderPageImporter(
    IOrderImportStore store,
    IContactVault vault,
    ISyncJournal journal,
    ISyncProgress progress,
    IOutboxSignal outbox,
    ISyncFaults faults,
    IAuditTrail audit,
    TimeProvider time)
{
    /// <summary>As many as a record's detail has room for.</summary>
    private const int NamedOrders = 9;

    /// <param name="nextPage">Where the run goes on after this page; becomes its checkpoint with the same commit.</param>
    public async Task ImportAsync(
        OrderRun work,
        IReadOnlyList<MarketplaceRecord<MarketplaceOrder>> records,
        string? nextPage,
        int? expectedTotal,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var latest = WindowReading.LatestOfEach(records, order => order.UpdatedAt);
        var ids = latest.Where(record => record.Value is not null).Select(record => record.Key).ToList();
        var existing = await store.LoadAsync(work.Run.ChannelId, ids, cancellationToken);
        var items = await store.FindItemsAsync(work.Run.ChannelId, SkusOf(latest), cancellationToken);
        var plan = Plan(work, latest, existing, items);
        if (plan.Withheld.Count > 0)
        {
            await audit.RecordAsync(Withheld(work, plan.Withheld), cancellationToken);
        }

        try
        {
            await WriteAsync(work, plan, nextPage, expectedTotal, cancellationToken);
        }
        catch (Exception exception) when (MayBeOneRecordsFault(exception))
        {
            await WriteOneByOneAsync(work, plan, nextPage, expectedTotal, cancellationToken);
        }

        foreach (var record in latest)
        {
            work.Seen.Add(record.Key);
        }

        progress.Changed(work.Run.Id);
        outbox.Ring();
    }

    private static HashSet<string> SkusOf(List<MarketplaceRecord<MarketplaceOrder>> records) => records
        .SelectMany(record => record.Value?.Lines ?? [])
        .Select(line => line.Sku)
        .ToHashSet(StringComparer.Ordinal);

    private static bool MayBeOneRecordsFault(Exception exception) =>
        exception is not (OperationCanceledException or LeaseLostException or StorageUnavailableException);

    // One record a page, before the page is written: a first sync may read years of orders.
    private static AuditEntry Withheld(OrderRun work, HashSet<string> orders) =>
        new AuditEntry(
            Actor.System, AuditAction.WithholdContacts, AuditOutcome.Done, AuditedChannel.SubjectOf(work.Run.ChannelId), work.Channel.Name)
        .With("orders", orders.Count.ToString(CultureInfo.InvariantCulture))
        .With("amazon-orders", string.Join(' ', orders.Take(NamedOrders)) + (orders.Count > NamedOrders ? " …" : string.Empty))
        .With("run", work.Run.Id.ToString(CultureInfo.InvariantCulture));

    private OrderPagePlan Plan(
        OrderRun work,
        List<MarketplaceRecord<MarketplaceOrder>> records,
        IReadOnlyDictionary<string, SalesOrder> existing,
        IReadOnlyDictionary<string, long> items)
    {
        var plan = new OrderPagePlan();
        foreach (var record in records)
        {
            try
            {
                PlanRecord(work, record, existing.GetValueOrDefault(record.Key), items, plan);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                faults.RecordFaulted(work.Run.Id, record.Key, exception);
                plan.Entries.Add(Unexpected(record.Key));
                plan.NotSynced++;
            }
        }

        return plan;
    }

    private static SyncEntry Unexpected(string key) => SyncEntry.Not(
        EntryKind.Order,
        key,
        "order.unexpected",
        "The portal met a fault of its own with this order. It is tried again with the next runs; if it stays, send "
        + "the log line with this order id to support.");

    private static void PlanRecord(
        OrderRun work,
        MarketplaceRecord<MarketplaceOrder> record,
        SalesOrder? existing,
        IReadOnlyDictionary<string, long> items,
        OrderPagePlan plan)
    {
        var counted = work.Seen.Contains(record.Key);
        if (record.Value is not { } order)
        {
            if (!counted)
            {
                plan.Entries.Add(SyncEntry.Not(
                    EntryKind.Order, record.Key, record.ReasonCode ?? "order.unreadable", record.Reason ?? string.Empty));
                plan.NotSynced++;
            }

            return;
        }

        var fingerprint = OrderFingerprint.Of(order);
        var decision = OrderImportPolicy.Decide(order, fingerprint, existing, work.Context.Preference);
        var contactArrived = existing is { HasContact: false } && order.Contact is not null;
        if (contactArrived && existing!.ExpireContact(work.Context.Now))
        {
            contactArrived = false;
            plan.Withheld.Add(record.Key);
        }

        if (decision == ImportDecision.PassOver)
        {
            if (OrderStock.DemandOf(order, work.Run.ChannelId, work.Context.WarehouseId, items) is { } demand)
            {
                plan.Demands.Add(demand);
            }

            plan.PassedOver += counted ? 0 : 1;
            return;
        }

        var change = Apply(work, order, fingerprint, existing, decision, items, contactArrived, plan);
        if (!counted)
        {
            plan.Entries.Add(SyncEntry.Of(EntryKind.Order, record.Key, change));
            plan.Synced++;
        }
    }

    private static EntryChange Apply(
        OrderRun work,
        MarketplaceOrder order,
        string fingerprint,
        SalesOrder? existing,
        ImportDecision decision,
        IReadOnlyDictionary<string, long> items,
        bool contactArrived,
        OrderPagePlan plan)
    {
        if (decision == ImportDecision.LeaveUnchanged)
        {
            if (contactArrived)
            {
                plan.Orders.Add((existing!, order.Contact));
                return EntryChange.Updated;
            }

            return EntryChange.Unchanged;
        }

        var voidBefore = existing?.Status == OrderStatus.Void;
        var sales = existing ?? SalesOrder.FromAmazon(work.Run.ChannelId, order, fingerprint, work.Context);
        if (decision == ImportDecision.UpdateStatus)
        {
            sales.TakeStatus(order, work.Context);
        }
        else if (existing is not null)
        {
            sales.Take(order, fingerprint, work.Context);
        }

        foreach (var line in sales.Lines)
        {
            if (line.ItemId is null && items.TryGetValue(line.Sku, out var itemId))
            {
                line.LinkTo(itemId);
            }
        }

        // What has expired is not stored again, not even briefly: a backfill or resync never brings it back (X6).
        var expired = sales.ExpireContact(work.Context.Now);
        if (expired && order.Contact is not null)
        {
            plan.Withheld.Add(order.OrderId);
        }

        plan.Orders.Add((sales, expired ? null : order.Contact));
        return existing is null ? EntryChange.Created
            : sales.Status == OrderStatus.Void && !voidBefore ? EntryChange.Voided
            : EntryChange.Updated;
    }

    private async Task WriteAsync(
        OrderRun work,
        OrderPagePlan plan,
        string? nextPage,
        int? expectedTotal,
        CancellationToken cancellationToken)
    {
        var orders = await SealAsync(work, plan, cancellationToken);
        work.Run.RecordPage(
            plan.Synced, plan.NotSynced, plan.PassedOver, expectedTotal, nextPage, time.GetUtcNow());
        await store.SaveAsync(new OrderImportPage(work.Run, orders, plan.Demands, plan.Entries), cancellationToken);
    }

    // Without keys an order comes in without its contact, which is not kept anywhere: it is fetched again (security.md F-47).
    private async Task<List<ImportedOrder>> SealAsync(
        OrderRun work, OrderPagePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            var contacts = plan.Orders
                .Where(pair => pair.Contact is not null)
                .ToDictionary(pair => pair.Order.AmazonOrderId!, pair => pair.Contact!, StringComparer.Ordinal);
            var seals = contacts.Count == 0
                ? new Dictionary<string, SealedContact>(StringComparer.Ordinal)
                : await vault.SealAsync(work.Run.ChannelId, contacts, cancellationToken);
            return plan.Orders.ConvertAll(pair => ToImported(work, pair.Order, pair.Contact, seals));
        }
        catch (KeysUnavailableException)
        {
            plan.LeaveContactsOut();
            return plan.Orders.ConvertAll(pair => new ImportedOrder(pair.Order, CustomerOf(work, pair.Order, null), null));
        }
    }

    private ImportedOrder ToImported(
        OrderRun work,
        SalesOrder order,
        BuyerContact? contact,
        IReadOnlyDictionary<string, SealedContact> seals)
    {
        var sealedContact = seals.GetValueOrDefault(order.AmazonOrderId!);
        if (sealedContact is not null)
        {
            order.KeepContact();
        }

        return new ImportedOrder(order, CustomerOf(work, order, contact), sealedContact);
    }

    // A later answer that lacks the buyer says nothing new about who it was.
    private Customer? CustomerOf(OrderRun work, SalesOrder order, BuyerContact? contact)
    {
        if (order.CustomerId is not null && contact?.BuyerEmail is null)
        {
            return null;
        }

        var buyerKey = vault.BuyerKey(work.Run.ChannelId, order.AmazonOrderId!, contact);
        var customer = new Customer(work.Run.ChannelId, work.Channel.Marketplace.Name, buyerKey, order.OrderedAt);
        customer.Ordered(order.OrderedAt, order.GstTreatment, order.PlaceOfSupply);
        return customer;
    }

    // Something in the page was refused. Written singly, the one at fault is found and the others are kept.
    private async Task WriteOneByOneAsync(
        OrderRun work,
        OrderPagePlan plan,
        string? nextPage,
        int? expectedTotal,
        CancellationToken cancellationToken)
    {
        await ReloadAsync(work, cancellationToken);
        var before = work.Run.PageToken;
        var byKey = plan.Orders.ToDictionary(pair => pair.Order.AmazonOrderId!, StringComparer.Ordinal);
        var rest = new OrderPagePlan { PassedOver = plan.PassedOver };
        rest.Demands.AddRange(plan.Demands);
        foreach (var entry in plan.Entries)
        {
            if (!byKey.TryGetValue(entry.Key, out var pair))
            {
                rest.Entries.Add(entry);
                rest.Synced += entry.Outcome == EntryOutcome.Synced ? 1 : 0;
                rest.NotSynced += entry.Outcome == EntryOutcome.NotSynced ? 1 : 0;
                continue;
            }

            var single = new OrderPagePlan { Synced = 1 };
            single.Orders.Add(pair);
            single.Entries.Add(entry);
            try
            {
                await WriteAsync(work, single, before, expectedTotal, cancellationToken);
            }
            catch (Exception exception) when (MayBeOneRecordsFault(exception))
            {
                faults.RecordFaulted(work.Run.Id, entry.Key, exception);
                await ReloadAsync(work, cancellationToken);
                rest.Entries.Add(Unexpected(entry.Key));
                rest.NotSynced++;
            }
        }

        await WriteAsync(work, rest, nextPage, expectedTotal, cancellationToken);
    }

    private async Task ReloadAsync(OrderRun work, CancellationToken cancellationToken)
    {
        if (await journal.FindAsync(work.Run.Id, cancellationToken) is not { } committed)
        {
            throw new LeaseLostException(work.Run.Id);
        }

        work.Run.RestoreCounts(committed);
    }
}

using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>Writes a page of orders within an open transaction, kind by kind, whatever the page's size.</summary>
internal sealed class OrderPageWriter(
    PortalDbContext db, IBulkWriter bulk, Aftermath aftermath, DateTimeOffset now)
{
    public async Task WriteAsync(OrderImportPage page, CancellationToken cancellationToken)
    {
        // A page that names an order twice means its latest state.
        var imports = page.Orders
            .GroupBy(import => (import.Order.ChannelId, import.Order.AmazonOrderId))
            .Select(same => same.MaxBy(import => import.Order.UpdatedAt)!)
            .ToList();
        if (imports.Count > 0)
        {
            await WriteAsync(imports, cancellationToken);
        }

        await new StockWriter(db, bulk, aftermath, now).SettleAsync(
            [.. imports.Select(import => OrderStock.DemandOf(import.Order)), .. page.Demands], cancellationToken);
    }

    private async Task WriteAsync(List<ImportedOrder> imports, CancellationToken cancellationToken)
    {
        var left = await AssignCustomersAsync(imports, cancellationToken);
        var orderIds = await WriteOrdersAsync([.. imports.Select(import => import.Order)], cancellationToken);
        await WriteLinesAsync(imports, orderIds, cancellationToken);
        await WriteCommentsAsync(imports, orderIds, cancellationToken);
        var contacts = imports.Select((import, index) => (import.Contact, Id: orderIds[index]))
            .Where(pair => pair.Contact is not null)
            .Select(pair => new SealedContactRow
            {
                SalesOrderId = pair.Id,
                KeyId = pair.Contact!.KeyId,
                Ciphertext = pair.Contact.Ciphertext,
            })
            .ToList();
        await bulk.UpsertAsync(db, contacts, cancellationToken);
        await RemoveForsakenAsync(left, cancellationToken);
    }

    // Returns the customers that an order was moved away from.
    private async Task<HashSet<long>> AssignCustomersAsync(
        List<ImportedOrder> imports, CancellationToken cancellationToken)
    {
        var known = await FindCustomersAsync(imports, cancellationToken);
        var changed = new HashSet<Customer>();
        var added = new List<Customer>();
        var buyers = new List<(SalesOrder Order, Customer Customer)>(imports.Count);
        foreach (var import in imports)
        {
            if (import.Customer is not { } buyer)
            {
                continue;
            }

            var key = (buyer.ChannelId, buyer.BuyerKey!);
            if (known.TryGetValue(key, out var customer))
            {
                if (Merge(customer, buyer) && customer.Id != 0)
                {
                    changed.Add(customer);
                }
            }
            else
            {
                customer = buyer;
                known.Add(key, customer);
                added.Add(customer);
            }

            buyers.Add((import.Order, customer));
        }

        var newIds = await bulk.InsertAsync(db, added, cancellationToken);
        var idOf = added.Select((customer, index) => (customer, Id: newIds[index]))
            .ToDictionary(pair => pair.customer, pair => pair.Id);
        aftermath.Inserted(db, added, newIds);
        await bulk.UpdateAsync(db, [.. changed], cancellationToken);
        aftermath.Updated(db, [.. changed]);

        var left = new HashSet<long>();
        var setCustomer = BulkTable<SalesOrder>.For(db).Setter<long?>(nameof(SalesOrder.CustomerId));
        foreach (var (order, customer) in buyers)
        {
            var id = idOf.GetValueOrDefault(customer, customer.Id);
            var before = order.CustomerId;
            if (before is not null && before != id)
            {
                left.Add(before.Value);
            }

            order.BelongTo(id);
            aftermath.OnRollback(() => setCustomer(order, before));
        }

        return left;
    }

    private async Task<Dictionary<(long?, string), Customer>> FindCustomersAsync(
        List<ImportedOrder> imports, CancellationToken cancellationToken)
    {
        var known = new Dictionary<(long?, string), Customer>();
        foreach (var channel in imports.Select(import => import.Customer).OfType<Customer>().GroupBy(customer => customer.ChannelId))
        {
            foreach (var keys in channel.Select(customer => customer.BuyerKey).Distinct().Chunk(Lists.Size))
            {
                var customers = await db.Customers.AsNoTracking()
                    .Where(customer => customer.ChannelId == channel.Key && keys.Contains(customer.BuyerKey))
                    .ToListAsync(cancellationToken);
                foreach (var customer in customers)
                {
                    known.Add((customer.ChannelId, customer.BuyerKey!), customer);
                }
            }
        }

        return known;
    }

    private static bool Merge(Customer customer, Customer seen)
    {
        var before = (customer.FirstOrderAt, customer.LastOrderAt, customer.GstTreatment, customer.PlaceOfSupply);
        customer.Ordered(seen.FirstOrderAt, seen.GstTreatment, seen.PlaceOfSupply);
        customer.Ordered(seen.LastOrderAt, seen.GstTreatment, seen.PlaceOfSupply);
        return before != (customer.FirstOrderAt, customer.LastOrderAt, customer.GstTreatment, customer.PlaceOfSupply);
    }

    private async Task<IReadOnlyList<long>> WriteOrdersAsync(
        List<SalesOrder> orders, CancellationToken cancellationToken)
    {
        var added = orders.Where(order => order.Id == 0).ToList();
        var known = orders.Where(order => order.Id != 0).ToList();
        var newIds = await bulk.InsertAsync(db, added, cancellationToken);
        aftermath.Inserted(db, added, newIds);
        await bulk.UpdateAsync(db, known, cancellationToken);
        aftermath.Updated(db, known);
        var next = 0;
        return [.. orders.Select(order => order.Id == 0 ? newIds[next++] : order.Id)];
    }

    private async Task WriteLinesAsync(
        List<ImportedOrder> imports, IReadOnlyList<long> orderIds, CancellationToken cancellationToken)
    {
        var setOrder = BulkTable<OrderLine>.For(db).Setter<long>(nameof(OrderLine.SalesOrderId));
        var added = new List<OrderLine>();
        var known = new List<OrderLine>();
        for (var index = 0; index < imports.Count; index++)
        {
            foreach (var line in imports[index].Order.Lines)
            {
                setOrder(line, orderIds[index]);
                (line.Id == 0 ? added : known).Add(line);
            }
        }

        await RemoveStaleLinesAsync(imports, cancellationToken);
        aftermath.Inserted(db, added, await bulk.InsertAsync(db, added, cancellationToken));
        await bulk.UpdateAsync(db, known, cancellationToken);
    }

    // Lines that Amazon no longer names, and that are in no package: what was packed stays told.
    private async Task RemoveStaleLinesAsync(List<ImportedOrder> imports, CancellationToken cancellationToken)
    {
        var known = imports.Select(import => import.Order).Where(order => order.Id != 0).ToList();
        for (var from = 0; from < known.Count;)
        {
            var orders = new List<long>();
            var kept = new List<long>();
            while (from < known.Count && (orders.Count == 0 || orders.Count + kept.Count < Lists.Size))
            {
                orders.Add(known[from].Id);
                kept.AddRange(known[from].Lines.Where(line => line.Id != 0).Select(line => line.Id));
                from++;
            }

            await db.OrderLines
                .Where(line => orders.Contains(line.SalesOrderId) && !kept.Contains(line.Id)
                    && !db.PackageLines.Any(packed => packed.OrderLineId == line.Id))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task WriteCommentsAsync(
        List<ImportedOrder> imports, IReadOnlyList<long> orderIds, CancellationToken cancellationToken)
    {
        var setOrder = BulkTable<OrderComment>.For(db).Setter<long>(nameof(OrderComment.SalesOrderId));
        var added = new List<OrderComment>();
        for (var index = 0; index < imports.Count; index++)
        {
            foreach (var comment in imports[index].Order.Comments.Where(comment => comment.Id == 0))
            {
                setOrder(comment, orderIds[index]);
                added.Add(comment);
            }
        }

        aftermath.Inserted(db, added, await bulk.InsertAsync(db, added, cancellationToken));
    }

    // A guest whose order turned out to belong to a known buyer.
    private async Task RemoveForsakenAsync(HashSet<long> customers, CancellationToken cancellationToken)
    {
        foreach (var ids in customers.Chunk(Lists.Size))
        {
            await db.Customers
                .Where(customer => ids.Contains(customer.Id)
                    && !db.SalesOrders.Any(order => order.CustomerId == customer.Id))
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}

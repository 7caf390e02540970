namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>
/// A seller's orders, sorted by last update and by creation, so that a page costs what is on it and not what is in
/// the book. Ties are broken by order id: the order of answers is the same every time.
/// </summary>
internal sealed class OrderBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, OrderEntry> byId = new(StringComparer.Ordinal);
    private readonly List<OrderEntry> byUpdate = [];
    private readonly List<OrderEntry> byCreation = [];
    private long lines;

    public (int Orders, long Lines) Count()
    {
        lock (gate)
        {
            return (byId.Count, lines);
        }
    }

    public OrderEntry? Find(string orderId)
    {
        lock (gate)
        {
            return byId.GetValueOrDefault(orderId);
        }
    }

    /// <summary>Every order as it is now, oldest first.</summary>
    public OrderEntry[] Snapshot()
    {
        lock (gate)
        {
            return [.. byCreation];
        }
    }

    /// <summary>Adds orders, each in place of the one with its id.</summary>
    public void Put(IReadOnlyCollection<OrderEntry> entries)
    {
        lock (gate)
        {
            if (entries.Count > 64)
            {
                PutMany(entries);
            }
            else
            {
                foreach (var entry in entries)
                {
                    PutOne(entry);
                }
            }
        }
    }

    /// <summary>
    /// Replaces an order by what <paramref name="change"/> makes of it; no other change comes between.
    /// </summary>
    /// <returns>The new entry, or null where there is no such order.</returns>
    public OrderEntry? Update(string orderId, Func<OrderEntry, OrderEntry> change)
    {
        lock (gate)
        {
            if (!byId.TryGetValue(orderId, out var current))
            {
                return null;
            }

            var changed = change(current);
            PutOne(changed);
            return changed;
        }
    }

    /// <summary>
    /// The orders of a window in the order of <paramref name="key"/>, both ends included, after the position a page
    /// ended at.
    /// </summary>
    /// <param name="key">What the window is about.</param>
    /// <param name="from">The first time of the window.</param>
    /// <param name="to">The last time of the window.</param>
    /// <param name="after">The last order of the page before; null starts at the beginning.</param>
    /// <param name="matches">Which orders of the window count.</param>
    /// <param name="most">How many to return at most.</param>
    public List<OrderEntry> Range(
        OrderKey key,
        DateTimeOffset from,
        DateTimeOffset to,
        (DateTimeOffset Time, string Id)? after,
        Predicate<OrderEntry> matches,
        int most)
    {
        lock (gate)
        {
            var list = ListOf(key);
            var index = after is { } position
                ? FirstAfter(list, key, position.Time, position.Id)
                : FirstAfter(list, key, from, "");
            var found = new List<OrderEntry>();
            for (; index < list.Count && found.Count < most; index++)
            {
                var entry = list[index];
                if (TimeOf(entry, key) > to)
                {
                    break;
                }

                if (matches(entry))
                {
                    found.Add(entry);
                }
            }

            return found;
        }
    }

    public static DateTimeOffset TimeOf(OrderEntry entry, OrderKey key) =>
        key == OrderKey.LastUpdated ? entry.LastUpdated : entry.Created;

    private static int Compare(OrderEntry left, OrderEntry right, OrderKey key) =>
        Compare(left, key, TimeOf(right, key), right.Id);

    private static int Compare(OrderEntry entry, OrderKey key, DateTimeOffset time, string id)
    {
        var byTime = TimeOf(entry, key).CompareTo(time);
        return byTime != 0 ? byTime : string.CompareOrdinal(entry.Id, id);
    }

    private static int FirstAfter(List<OrderEntry> list, OrderKey key, DateTimeOffset time, string id)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(list[middle], key, time, id) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private List<OrderEntry> ListOf(OrderKey key) => key == OrderKey.LastUpdated ? byUpdate : byCreation;

    private void PutOne(OrderEntry entry)
    {
        if (byId.Remove(entry.Id, out var replaced))
        {
            lines -= replaced.Lines;
            Remove(replaced, OrderKey.LastUpdated);
            Remove(replaced, OrderKey.Created);
        }

        byId.Add(entry.Id, entry);
        lines += entry.Lines;
        Insert(entry, OrderKey.LastUpdated);
        Insert(entry, OrderKey.Created);
    }

    private void PutMany(IReadOnlyCollection<OrderEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (byId.TryGetValue(entry.Id, out var replaced))
            {
                lines -= replaced.Lines;
            }

            byId[entry.Id] = entry;
            lines += entry.Lines;
        }

        foreach (var key in (ReadOnlySpan<OrderKey>)[OrderKey.LastUpdated, OrderKey.Created])
        {
            var list = ListOf(key);
            list.Clear();
            list.AddRange(byId.Values);
            list.Sort((left, right) => Compare(left, right, key));
        }
    }

    private void Insert(OrderEntry entry, OrderKey key)
    {
        var list = ListOf(key);
        list.Insert(FirstAfter(list, key, TimeOf(entry, key), entry.Id), entry);
    }

    private void Remove(OrderEntry entry, OrderKey key)
    {
        // The entry itself is the last one that is not after its own position.
        var list = ListOf(key);
        list.RemoveAt(FirstAfter(list, key, TimeOf(entry, key), entry.Id) - 1);
    }
}

namespace AmazonIn.Infrastructure.Sandbox.Listings;

/// <summary>A seller's listings. Everything that reads or changes one does so inside <see cref="Use{T}"/>.</summary>
internal sealed class ListingCatalog
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Listing> bySku = new(StringComparer.Ordinal);
    private readonly List<Listing> all;
    private readonly Dictionary<ListingSort, Listing[]> sorted = [];

    public ListingCatalog(IEnumerable<Listing> listings)
    {
        all = [.. listings];
        foreach (var listing in all)
        {
            bySku.Add(listing.Sku, listing);
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return all.Count;
            }
        }
    }

    public T Use<T>(Func<ListingCatalog, T> work)
    {
        lock (gate)
        {
            return work(this);
        }
    }

    public void Use(Action<ListingCatalog> work)
    {
        lock (gate)
        {
            work(this);
        }
    }

    public IReadOnlyList<Listing> All => all;

    public Listing? Find(string sku) => bySku.GetValueOrDefault(sku);

    public void Put(Listing listing)
    {
        if (bySku.Remove(listing.Sku, out var replaced))
        {
            all.Remove(replaced);
        }

        bySku.Add(listing.Sku, listing);
        all.Add(listing);
        sorted.Clear();
    }

    public void Remove(Listing listing)
    {
        bySku.Remove(listing.Sku);
        all.Remove(listing);
        sorted.Clear();
    }

    /// <summary>Says that a listing changed now, which moves it in the order of updates.</summary>
    public void Touch(Listing listing, DateTimeOffset now)
    {
        listing.LastUpdated = now;
        sorted.Remove(ListingSort.LastUpdated);
    }

    /// <summary>All listings in ascending order, ties by SKU; kept until something changes.</summary>
    public Listing[] Sorted(ListingSort by)
    {
        if (!sorted.TryGetValue(by, out var listings))
        {
            listings = [.. all];
            Array.Sort(listings, (left, right) => Compare(left, right, by));
            sorted[by] = listings;
        }

        return listings;
    }

    private static int Compare(Listing left, Listing right, ListingSort by)
    {
        var first = by switch
        {
            ListingSort.Created => left.Created.CompareTo(right.Created),
            ListingSort.LastUpdated => left.LastUpdated.CompareTo(right.LastUpdated),
            _ => 0,
        };
        return first != 0 ? first : string.CompareOrdinal(left.Sku, right.Sku);
    }
}

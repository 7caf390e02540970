using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;
using AmazonIn.Infrastructure.Sandbox.Seed;

namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

/// <summary>
/// Reads a seller's All Orders report line by line. Lines of one order id become one order and keep their sequence,
/// also where they do not stand together.
/// </summary>
/// <remarks>
/// The orders may be years old, and a client that reads by last update asks for weeks. So each order keeps its
/// purchase date and is presented as updated shortly before the marketplace started, oldest purchase first, a
/// second apart or closer where there are very many: the client gets every order once, in a stable sequence.
/// </remarks>
internal sealed class OrdersFileReader(DateTimeOffset start)
{
    private static readonly TimeSpan Spread = TimeSpan.FromHours(6);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, FileOrder> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Listing> listings = new(StringComparer.Ordinal);
    private readonly HashSet<string> texts = new(StringComparer.Ordinal) { "" };
    private readonly Range[] cells = new Range[512];

    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>> textsBySpan;
    private int lines;
    private int skippedLines;
    private int repairedDates;

    /// <exception cref="ArgumentException">
    /// The file is no All Orders report; the message says what it lacks.
    /// </exception>
    public OrdersFileContent Read(string path)
    {
        textsBySpan = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        try
        {
            ReadLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArgumentException($"Sandbox:OrdersFile cannot be read: {exception.Message}", exception);
        }

        return new OrdersFileContent(Entries(), [.. listings.Values], lines, skippedLines, repairedDates);
    }

    private void ReadLines(string path)
    {
        using var reader = new StreamReader(path);
        var places = new FileColumns(reader.ReadLine() ?? "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                ReadLine(line, places);
            }
        }
    }

    private void ReadLine(string line, FileColumns places)
    {
        var text = line.AsSpan();
        var count = text.Split(cells, '\t');
        var row = new Row(line, cells.AsMemory(0, count));
        var id = row[places.OrderId].Trim().ToString();
        if (id.Length == 0 || !TryReadDate(row, places, out var created))
        {
            skippedLines++;
            return;
        }

        if (!orders.TryGetValue(id, out var order))
        {
            order = ReadOrder(row, places, id, created);
            orders.Add(id, order);
        }

        var read = ReadFileLine(row, places);
        order.Add(read);
        AddListing(read, order);
        lines++;
    }

    private bool TryReadDate(Row row, FileColumns places, out DateTimeOffset created)
    {
        if (TryParse(row[places.PurchaseDate], out created))
        {
            return true;
        }

        return TryParse(row[places.LastUpdatedDate], out created);
    }

    /// <summary>
    /// Dates are ISO 8601. Files that went through a spreadsheet may hold a century twice, as in 202022-04-09; the
    /// first two digits are then one century too many.
    /// </summary>
    private bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        text = text.Trim();
        if (text.Length > 7 && text[6] == '-' && text.StartsWith("2020"))
        {
            repairedDates++;
            text = text[2..];
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time);
    }

    private FileOrder ReadOrder(Row row, FileColumns places, string id, DateTimeOffset created)
    {
        var merchantOrderId = row[places.MerchantOrderId];
        return new FileOrder
        {
            Id = id,
            MerchantOrderId = merchantOrderId.SequenceEqual(id) ? id : merchantOrderId.ToString(),
            Created = created,
            ByAmazon = row[places.FulfillmentChannel].Trim().Equals("Amazon", StringComparison.OrdinalIgnoreCase),
            SalesChannel = Shared(row[places.SalesChannel]),
            ServiceLevel = Shared(row[places.ServiceLevel]),
            City = Shared(row[places.City]),
            State = Shared(row[places.State]),
            PostalCode = Shared(row[places.PostalCode]),
            Country = Shared(row[places.Country]),
            FulfilledBy = Shared(row[places.FulfilledBy]),
            Business = row[places.IsBusinessOrder].Trim().Equals("true", StringComparison.OrdinalIgnoreCase),
            PurchaseOrderNumber = row[places.PurchaseOrderNumber].ToString(),
        };
    }

    private FileLine ReadFileLine(Row row, FileColumns places)
    {
        return new FileLine
        {
            Sku = Shared(row[places.Sku]),
            Title = Shared(row[places.ProductName]),
            Asin = Shared(row[places.Asin]),
            OrderStatus = Shared(row[places.OrderStatus].Trim()),
            ItemStatus = Shared(row[places.ItemStatus]),
            Quantity = (int)(Money(row[places.Quantity]) ?? 0),
            Currency = Shared(row[places.Currency].Trim()),
            ItemPrice = Money(row[places.ItemPrice]),
            Extras = ReadExtras(row, places),
        };
    }

    /// <summary>Null where all of its columns are blank, as on nearly every line.</summary>
    private FileLineExtras? ReadExtras(Row row, FileColumns places)
    {
        ReadOnlySpan<int> columns =
        [
            places.ItemTax,
            places.ShippingPrice,
            places.ShippingTax,
            places.GiftWrapPrice,
            places.GiftWrapTax,
            places.ItemDiscount,
            places.ShippingDiscount,
            places.PromotionIds,
            places.PriceDesignation,
        ];
        var blank = true;
        foreach (var column in columns)
        {
            blank &= row[column].IsEmpty;
        }

        return blank ? null : new FileLineExtras
        {
            ItemTax = Money(row[places.ItemTax]),
            ShippingPrice = Money(row[places.ShippingPrice]),
            ShippingTax = Money(row[places.ShippingTax]),
            GiftWrapPrice = Money(row[places.GiftWrapPrice]),
            GiftWrapTax = Money(row[places.GiftWrapTax]),
            ItemDiscount = Money(row[places.ItemDiscount]),
            ShippingDiscount = Money(row[places.ShippingDiscount]),
            PromotionIds = Shared(row[places.PromotionIds]),
            PriceDesignation = Shared(row[places.PriceDesignation]),
        };
    }

    private static decimal? Money(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private string Shared(ReadOnlySpan<char> text)
    {
        if (textsBySpan.TryGetValue(text, out var shared))
        {
            return shared;
        }

        shared = text.ToString();
        texts.Add(shared);
        return shared;
    }

    /// <summary>A SKU that was sold through both channels is listed as the merchant's own.</summary>
    private void AddListing(FileLine line, FileOrder order)
    {
        if (line.Sku.Length == 0)
        {
            return;
        }

        listings.TryGetValue(line.Sku, out var known);
        var byAmazon = order.ByAmazon && (known is null || known.FulfilledByAmazon);
        if (known is not null && known.Price is not null && known.FulfilledByAmazon == byAmazon)
        {
            return;
        }

        var asin = line.Asin.Length == 10 ? line.Asin : ListingSeeder.AsinOf(line.Sku);
        var stock = 20 + (line.Sku.Sum(character => character * 31) % 200);
        listings[line.Sku] = new Listing
        {
            Sku = line.Sku,
            Asin = asin,
            Title = line.Title.Length > 0 ? line.Title : null,
            ProductType = "PRODUCT",
            Price = known?.Price ?? (line is { Quantity: > 0, ItemPrice: { } price }
                ? decimal.Round(price / line.Quantity, 2, MidpointRounding.AwayFromZero)
                : null),
            Created = order.Created,
            LastUpdated = start - TimeSpan.FromHours(1),
            Buyable = true,
            Discoverable = true,
            Channels =
            [
                byAmazon
                    ? new ListingChannel(ListingChannel.Amazon, null)
                    : new ListingChannel(ListingChannel.Merchant, stock),
            ],
        };
    }

    private List<OrderEntry> Entries()
    {
        var inSequence = orders.Values.ToList();
        inSequence.Sort((left, right) =>
        {
            var byDate = left.Created.CompareTo(right.Created);
            return byDate != 0 ? byDate : string.CompareOrdinal(left.Id, right.Id);
        });
        var share = Spread.TotalMilliseconds / Math.Max(1, inSequence.Count);
        var step = TimeSpan.FromMilliseconds(Math.Clamp(share, 1, 1000));
        var last = start.ToSecond() - Settled;
        var entries = new List<OrderEntry>(inSequence.Count);
        for (var i = 0; i < inSequence.Count; i++)
        {
            var order = inSequence[i];
            order.LastUpdated = (last - (step * (inSequence.Count - 1 - i))).ToMillisecond();
            entries.Add(new OrderEntry
            {
                Id = order.Id,
                Created = order.Created,
                LastUpdated = order.LastUpdated,
                Status = order.Status.Status,
                FulfilledBy = order.ByAmazon ? "AMAZON" : "MERCHANT",
                MarketplaceId = Marketplaces.India.Id,
                Lines = order.Lines.Count,
                Body = order,
            });
        }

        return entries;
    }

    /// <summary>A line and where its cells are; a column the file lacks, and a line cut short, read as blank.</summary>
    private readonly struct Row(string line, ReadOnlyMemory<Range> ranges)
    {
        public ReadOnlySpan<char> this[int place] =>
            place >= 0 && place < ranges.Length ? line.AsSpan()[ranges.Span[place]] : [];
    }
}

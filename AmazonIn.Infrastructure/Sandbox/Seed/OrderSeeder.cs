using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>
/// Draws a seller's orders, each from a random stream of its own: any order can be drawn alone, and the same seed
/// gives the same order every time. Times count back from the start of the marketplace, over 25 days.
/// </summary>
internal sealed class OrderSeeder
{
    private const int PlanStream = 1;
    private const ulong IdSpace = 100_000_000_000_000;

    private static readonly string[] IdPrefixes = ["171", "402", "403", "404", "405", "406", "407", "408"];
    private static readonly TimeSpan Span = TimeSpan.FromDays(25);

    // Older than the two minutes that Amazon keeps an update back.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(3);

    private readonly int seed;
    private readonly int sellerIndex;
    private readonly DateTimeOffset start;
    private readonly Listing[] byMerchant;
    private readonly Listing[] byAmazon;
    private readonly OrderDetailer detailer;

    public OrderSeeder(int seed, int sellerIndex, DateTimeOffset start, IReadOnlyList<Listing> listings)
    {
        this.seed = seed;
        this.sellerIndex = sellerIndex;
        this.start = start.ToSecond();

        var sold = listings.Where(listing => listing.Price is not null).ToList();
        if (sold.Count == 0)
        {
            // Orders without listings: what was sold is no longer on offer.
            sold = new ListingSeeder(seed, sellerIndex + 20, start)
                .Draw(20)
                .FindAll(listing => listing.Price is not null);
        }

        byMerchant = [.. sold.Where(listing => !listing.FulfilledByAmazon)];
        byAmazon = [.. sold.Where(listing => listing.FulfilledByAmazon)];
        byMerchant = byMerchant.Length > 0 ? byMerchant : byAmazon;
        detailer = new OrderDetailer(seed, sellerIndex, this.start, byMerchant, byAmazon, PlanId);
    }

    public List<OrderEntry> Entries(int count)
    {
        var entries = new List<OrderEntry>(count);
        for (var index = 0; index < count; index++)
        {
            var plan = Plan(index);
            entries.Add(new OrderEntry
            {
                Id = plan.Id,
                Created = plan.Created,
                LastUpdated = plan.LastUpdated,
                Status = plan.Status,
                FulfilledBy = plan.FulfilledByAmazon ? "AMAZON" : "MERCHANT",
                MarketplaceId = Marketplaces.India.Id,
                Lines = plan.Lines,
                Body = new SeededOrderBody(this, index),
            });
        }

        return entries;
    }

    public OrderDraft Draw(int index) => detailer.Draw(Plan(index), index);

    private static SpecialOrder SpecialOf(int index)
    {
        var number = index - Regions.All.Count + 1;
        return number is > 0 and <= (int)SpecialOrder.Pending ? (SpecialOrder)number : SpecialOrder.None;
    }

    /// <summary>
    /// Sellers and orders share one numbering, so that no two orders have anything personal in common.
    /// </summary>
    private long SerialOf(int index) => ((long)index * 2) + sellerIndex;

    private string PlanId(int index)
    {
        // Multiplying by an odd number that 5 does not divide permutes the fourteen digits: ids never collide.
        var product = (UInt128)(SerialOf(index) + 1) * 7_368_787_523_611;
        var digits = (long)((product + ((UInt128)(uint)seed * 9_973)) % IdSpace);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{IdPrefixes[(int)(digits % IdPrefixes.Length)]}-{digits / 10_000_000:D7}-{digits % 10_000_000:D7}");
    }

    private OrderPlan Plan(int index)
    {
        var rng = Rng.For(seed, PlanStream + sellerIndex * 100, index);
        var special = SpecialOf(index);
        var representsState = index < Regions.All.Count;
        var region = representsState ? Regions.All[index] : Regions.Draw(ref rng);

        var fulfilledByAmazon = byAmazon.Length > 0 && rng.Chance(0.35) && special == SpecialOrder.None;
        var easyShip = !fulfilledByAmazon && (special == SpecialOrder.CashOnEasyShip
            || (special == SpecialOrder.None && rng.Chance(0.45)));
        var business = special is SpecialOrder.ValidGstin or SpecialOrder.InvalidGstin
            || (special == SpecialOrder.None && rng.Chance(0.03));

        var age = TimeSpan.FromMinutes(6) + (Span - TimeSpan.FromMinutes(6)) * Math.Pow(rng.Unit(), 1.25);
        var created = (start - age).ToSecond();
        var status = StatusOf(special, representsState, age, fulfilledByAmazon, ref rng);

        DateTimeOffset? shipped = null;
        DateTimeOffset updated;
        var latest = start - Settled - (TimeSpan.FromMinutes(Math.Min(120, age.TotalMinutes / 2)) * rng.Unit());
        if (status is "SHIPPED" or "PARTIALLY_SHIPPED")
        {
            shipped = Earlier(created + TimeSpan.FromHours(3 + 36 * rng.Unit()), latest);
            updated = Earlier(shipped.Value + TimeSpan.FromHours(90 * rng.Unit()), latest);
        }
        else
        {
            updated = Earlier(created + (TimeSpan.FromMinutes(status == "CANCELLED" ? 3000 : 30) * rng.Unit()), latest);
        }

        // Every seventh order has milliseconds in its times, as Amazon's have now and then.
        updated = index % 7 == 0 ? updated.ToMillisecond() : updated.ToSecond();
        updated = updated < created ? created : updated;

        var lines = special == SpecialOrder.SixtyLines ? 60 : rng.Below(100) switch
        {
            < 80 => 1,
            < 93 => 2,
            _ => rng.Between(3, 5),
        };
        var first = Popular(fulfilledByAmazon ? byAmazon : byMerchant, ref rng);
        return new OrderPlan(
            special,
            SerialOf(index),
            PlanId(index),
            region,
            age,
            created,
            updated,
            shipped?.ToSecond(),
            status,
            fulfilledByAmazon,
            easyShip,
            business,
            lines,
            first);
    }

    private static string StatusOf(
        SpecialOrder special,
        bool representsState,
        TimeSpan age,
        bool fulfilledByAmazon,
        ref Rng rng)
    {
        var draw = rng.Unit();
        switch (special)
        {
            case SpecialOrder.UnknownStatus:
                // Seen in Amazon's migration data, absent from the model's list.
                return "INVOICE_UNCONFIRMED";
            case SpecialOrder.Preorder:
                return "PENDING_AVAILABILITY";
            case SpecialOrder.PartiallyShipped:
                return "PARTIALLY_SHIPPED";
            case SpecialOrder.Cancelled:
                return "CANCELLED";
            case SpecialOrder.Pending:
                return "PENDING";
            case SpecialOrder.None when !representsState:
                break;
            case SpecialOrder.None:
                return draw < 0.5 ? "SHIPPED" : "UNSHIPPED";
            default:
                return "UNSHIPPED";
        }

        var days = age.TotalDays;
        if (days < 1 && draw < 0.12)
        {
            return "PENDING";
        }

        if (draw is >= 0.12 and < 0.18)
        {
            return "CANCELLED";
        }

        if (fulfilledByAmazon)
        {
            return days < 0.5 ? "UNSHIPPED" : "SHIPPED";
        }

        var open = days switch
        {
            < 1 => 0.85,
            < 3 => 0.40,
            _ => 0.03,
        };
        draw = rng.Unit();
        return draw < open ? "UNSHIPPED" : draw < open + 0.04 ? "PARTIALLY_SHIPPED" : "SHIPPED";
    }

    /// <summary>A few listings sell most.</summary>
    internal static Listing Popular(Listing[] listings, ref Rng rng)
    {
        var unit = rng.Unit();
        return listings[(int)(listings.Length * unit * unit)];
    }

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;
}

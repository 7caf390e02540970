using System.Globalization;

using AmazonIn.Infrastructure.Sandbox.Listings;
using AmazonIn.Infrastructure.Sandbox.Orders;

namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>Fills a planned order with its lines, money, people and packages.</summary>
internal sealed class OrderDetailer(
    int seed,
    int sellerIndex,
    DateTimeOffset start,
    Listing[] byMerchant,
    Listing[] byAmazon,
    Func<int, string> idOf)
{
    private const int DetailStream = 2;

    private static readonly string[] CancelReasons =
        ["Order placed by mistake", "Found a better price", "Delivery takes too long", "गलत पता दिया गया"];

    private static readonly string[] Carriers = ["BlueDart", "Delhivery", "DTDC", "India Post", "Xpressbees"];

    private static readonly (string Status, string? Detail)[] EasyShipOutcomes =
    [
        ("DELIVERED", "DELIVERED"),
        ("DELIVERED", "DELIVERED"),
        ("DELIVERED", "DELIVERED"),
        ("IN_TRANSIT", "AT_DESTINATION_FC"),
        ("IN_TRANSIT", "OUT_FOR_DELIVERY"),
        ("IN_TRANSIT", "PICKED_UP"),
        ("UNDELIVERABLE", "RETURNED_TO_SELLER"),
        ("UNDELIVERABLE", "REJECTED_BY_BUYER"),
        ("IN_TRANSIT", "RETURNING_TO_SELLER"),
        ("IN_TRANSIT", null), // the detail is missing at times
    ];

    public OrderDraft Draw(OrderPlan plan, int index)
    {
        var rng = Rng.For(seed, DetailStream + sellerIndex * 100, index);
        var state = new DraftState(plan, rng);
        var abroad = plan.Special is SpecialOrder.ToNepal or SpecialOrder.ToEmirates;
        var pending = plan.Status is "PENDING" or "PENDING_AVAILABILITY";
        var cancelled = plan.Status == "CANCELLED";
        var cashOnDelivery = plan.Special == SpecialOrder.CashOnEasyShip
            || (plan.Special == SpecialOrder.None && !plan.Business && state.Rng.Chance(0.35));

        var lines = Lines(state, abroad, pending, cancelled, cashOnDelivery);
        var deliverBy = plan.Created + TimeSpan.FromDays(plan.FulfilledByAmazon ? 4 : 7);
        var phoneShown = !plan.FulfilledByAmazon && !(plan.Status == "SHIPPED" && start > deliverBy);
        var company = plan.Business ? People.Company(plan.Serial) : null;
        var order = new OrderDraft
        {
            OrderId = plan.Id,
            Created = plan.Created,
            LastUpdated = plan.LastUpdated,
            Status = plan.Status,
            FulfilledBy = plan.FulfilledByAmazon ? "AMAZON" : "MERCHANT",
            Currency = plan.Special == SpecialOrder.InDollars ? "USD" : Marketplaces.India.Currency,
            ReplacementOf = plan.Special == SpecialOrder.Replacement ? idOf(0) : null,
            Buyer = pending || cancelled ? null : Buyer(plan, company),
            Address = pending ? null : Address(ref state.Rng, plan, company, cancelled, phoneShown),
            PaymentMethod = pending || cancelled ? null : PaymentMethod(ref state.Rng, plan, cashOnDelivery),
            Registration = plan.Business && !pending && !cancelled ? Registration(ref state.Rng, plan, company) : null,
            InvoiceStatus = plan.EasyShip && !pending ? "ACCEPTED" : null,
            ServiceLevel = plan.FulfilledByAmazon ? "EXPEDITED" : "STANDARD",
            ShipFrom = plan.Created,
            ShipBy = plan.Created + TimeSpan.FromDays(2),
            DeliverFrom = plan.Created + TimeSpan.FromDays(plan.FulfilledByAmazon ? 1 : 3),
            DeliverBy = deliverBy,
            FulfillmentOrderId = plan.EasyShip && !pending
                ? string.Create(CultureInfo.InvariantCulture, $"Fo{plan.Serial:X}x{sellerIndex}")
                : null,
        };
        AddPrograms(order, ref state.Rng, plan);
        order.Lines.AddRange(lines);
        if (!plan.FulfilledByAmazon)
        {
            AddPackages(order, ref state.Rng, plan);
        }

        return order;
    }

    private static void AddPrograms(OrderDraft order, ref Rng rng, OrderPlan plan)
    {
        if (plan.EasyShip)
        {
            order.Programs.Add("AMAZON_EASY_SHIP");
        }

        if (plan.Business)
        {
            order.Programs.Add("AMAZON_BUSINESS");
        }

        if (rng.Chance(plan.FulfilledByAmazon ? 0.6 : 0.1))
        {
            order.Programs.Add("PRIME");
        }

        if (plan.Special == SpecialOrder.Preorder)
        {
            order.Programs.Add("PREORDER");
        }
    }

    private static OrderBuyer Buyer(OrderPlan plan, string? company) => new(
        People.Name(plan.Serial),
        plan.FulfilledByAmazon ? null : People.Email(plan.Serial),
        company,
        company is null ? null : string.Create(CultureInfo.InvariantCulture, $"PO-{plan.Serial + 7001}"));

    private static string PaymentMethod(ref Rng rng, OrderPlan plan, bool cashOnDelivery)
    {
        if (cashOnDelivery)
        {
            return "CashOnDelivery";
        }

        return plan.Business && rng.Chance(0.5) ? "Invoice" : "CreditCard";
    }

    private static OrderTaxRegistration Registration(ref Rng rng, OrderPlan plan, string? company)
    {
        // A buyer's registration is mostly in the state that the parcel goes to, but need not be.
        var state = plan.Special == SpecialOrder.ValidGstin || rng.Chance(0.85) ? plan.Region : Regions.Draw(ref rng);
        var number = Gstin.Make(state.GstCode, new Rng((ulong)plan.Serial));
        if (plan.Special == SpecialOrder.InvalidGstin || (plan.Special == SpecialOrder.None && rng.Chance(0.1)))
        {
            number = number[..14] + (number[14] == 'A' ? 'B' : 'A');
        }

        return new OrderTaxRegistration(number, company, "BUSINESS");
    }

    private static OrderAddress Address(ref Rng rng, OrderPlan plan, string? company, bool cancelled, bool phoneShown)
    {
        var place = rng.Pick(plan.Region.Places);
        var pinEnd = rng.Below(1000);
        var (city, state, pin, country) = plan.Special switch
        {
            SpecialOrder.ToNepal => ("Kathmandu", "Bagmati", "44600", "NP"),
            SpecialOrder.ToEmirates => ("Dubai", "Dubai", "", "AE"),
            SpecialOrder.ArmyPostOffice => ("56 APO", "APO", "900056", "IN"),
            SpecialOrder.UnknownState => (place.City, "Indraprastha Pradesh", $"{place.PinPrefix}{pinEnd:D3}", "IN"),
            SpecialOrder.BlankState => (place.City, "", $"{place.PinPrefix}{pinEnd:D3}", "IN"),
            _ => (
                rng.Chance(0.5) ? place.City.ToUpperInvariant() : place.City,
                rng.Chance(0.8) ? plan.Region.Spellings[0] : rng.Pick(plan.Region.Spellings),
                $"{place.PinPrefix}{pinEnd:D3}",
                "IN"),
        };
        if (cancelled)
        {
            return new OrderAddress { City = city, State = state, CountryCode = country };
        }

        return new OrderAddress
        {
            Name = People.Name(plan.Serial),
            CompanyName = company,
            Line1 = People.Line1(plan.Serial, ref rng),
            Line2 = rng.Chance(0.8) ? People.Line2(plan.Serial, ref rng) : "",
            Line3 = rng.Chance(0.3) ? People.Line3(plan.Serial, ref rng) : "",
            City = city,
            State = state,
            PostalCode = pin,
            CountryCode = country,
            Phone = phoneShown ? People.Phone(plan.Serial) : null,
            AddressType = company is null ? "RESIDENTIAL" : "COMMERCIAL",
        };
    }

    private static string ItemId(OrderPlan plan, int line)
    {
        var product = (UInt128)((plan.Serial * 64) + line + 1) * 3_141_592_653_589;
        return ((ulong)(product % 100_000_000_000_000)).ToString("D14", CultureInfo.InvariantCulture);
    }

    private static void AddPackages(OrderDraft order, ref Rng rng, OrderPlan plan)
    {
        var items = order.Lines
            .Where(line => line.Fulfilled > 0)
            .Select(line => (line.OrderItemId, line.Fulfilled))
            .ToList();
        var tracking = string.Create(CultureInfo.InvariantCulture, $"{plan.Serial + 300_000_000:D12}");
        if (plan.EasyShip && plan.Status == "UNSHIPPED")
        {
            order.Packages.Add(new OrderPackage
            {
                ReferenceId = "1",
                Created = plan.LastUpdated,
                Status = "PENDING",
                DetailedStatus = rng.Chance(0.5) ? "PENDING_PICK_UP" : "PENDING_SCHEDULE",
                Items = [.. order.Lines.Select(line => (line.OrderItemId, line.Quantity))],
            });
        }
        else if (plan.Shipped is { } shipped)
        {
            var (status, detail) = plan.EasyShip ? rng.Pick(EasyShipOutcomes) : ("SHIPPED", null);
            order.Packages.Add(new OrderPackage
            {
                ReferenceId = "1",
                Created = shipped,
                Status = status,
                DetailedStatus = detail,
                Carrier = plan.EasyShip ? "ATS" : rng.Pick(Carriers),
                Shipped = shipped,
                Service = "Standard",
                TrackingNumber = tracking,
                Items = items,
            });
        }
    }

    private List<OrderLineDraft> Lines(DraftState state, bool abroad, bool pending, bool cancelled, bool cashOnDelivery)
    {
        var plan = state.Plan;
        var pool = plan.FulfilledByAmazon ? byAmazon : byMerchant;
        var requested = plan.Special == SpecialOrder.CancelRequested
            || (plan.Special == SpecialOrder.None && plan.Status == "UNSHIPPED" && state.Rng.Chance(0.04));
        var lines = new List<OrderLineDraft>(plan.Lines);
        for (var number = 0; number < plan.Lines; number++)
        {
            var listing = number == 0 ? plan.First : OrderSeeder.Popular(pool, ref state.Rng);
            var quantity = Quantity(state, number);
            var fulfilled = plan.Status switch
            {
                "SHIPPED" => quantity,
                "PARTIALLY_SHIPPED" when number == 0 => 1,
                _ => 0,
            };
            var unlisted = plan.Special == SpecialOrder.UnlistedSku;
            var line = new OrderLineDraft
            {
                OrderItemId = ItemId(plan, number),
                Quantity = cancelled ? 0 : quantity,
                Sku = unlisted ? "NO-LONGER-LISTED" : listing.Sku,
                Asin = unlisted ? ListingSeeder.AsinOf("NO-LONGER-LISTED") : listing.Asin,
                Title = unlisted ? "Withdrawn product" : listing.Title,
                Fulfilled = fulfilled,
                Unfulfilled = cancelled ? 0 : quantity - fulfilled,
                CancelRequestReason = requested ? state.Rng.Pick(CancelReasons) : null,
                CancelledBy = cancelled ? (state.Rng.Chance(0.7) ? "BUYER" : "MERCHANT") : null,
                CancelReason = cancelled ? state.Rng.Pick(CancelReasons) : null,
                CashOnDelivery = cashOnDelivery && !pending && !cancelled,
            };
            if (cancelled)
            {
                // Some cancelled lines say nothing of money, some say zero.
                lines.Add(state.Rng.Chance(0.3) ? line with { Money = new LineMoney { Item = 0m } } : line);
            }
            else
            {
                lines.Add(pending ? line : Priced(line, state, listing, number, quantity, abroad, cashOnDelivery));
            }
        }

        return lines;
    }

    private static int Quantity(DraftState state, int number)
    {
        if (state.Plan.Status == "PARTIALLY_SHIPPED" && number == 0)
        {
            return 2 + state.Rng.Below(2);
        }

        var draw = state.Rng.Below(100);
        if (state.Plan.Business && draw < 60)
        {
            return state.Rng.Between(2, 20);
        }

        return draw switch
        {
            < 88 => 1,
            < 96 => 2,
            _ => state.Rng.Between(3, 5),
        };
    }

    private static OrderLineDraft Priced(
        OrderLineDraft line,
        DraftState state,
        Listing listing,
        int number,
        int quantity,
        bool abroad,
        bool cashOnDelivery)
    {
        var plan = state.Plan;
        if (plan.Special == SpecialOrder.Replacement)
        {
            return line with { UnitPrice = 0m, Money = new LineMoney { Item = 0m, TaxOnItem = 0m } };
        }

        // Exports are zero rated and carry no tax at all.
        var pricing = new LinePricing(listing.Price ?? 0m, abroad ? null : listing.GstRate, quantity);
        var firstByMerchant = number == 0 && !plan.FulfilledByAmazon;
        var gift = plan.Special == SpecialOrder.GiftMessage
            || (plan.Special == SpecialOrder.None && state.Rng.Chance(0.04));
        var shipping = firstByMerchant && state.Rng.Chance(0.3) ? state.Rng.Between(2, 6) * 20 : (int?)null;
        var shippingWaived = shipping is not null && state.Rng.Chance(0.4);
        var discounted = state.Rng.Chance(0.15);
        return line with
        {
            UnitPrice = pricing.UnitPrice,
            BusinessPrice = plan.Business,
            Promotions = discounted || shippingWaived
                ? [$"IN-{(shippingWaived ? "FREE-SHIP" : "DIWALI")}-{state.Rng.Between(100, 999)}"]
                : [],
            GiftMessage = gift ? People.GiftMessage(plan.Serial, number, ref state.Rng) : null,
            GiftWrapLevel = gift ? "Classic" : null,
            Money = pricing.Money(
                shipping,
                shippingWaived,
                giftWrap: gift ? 30 : null,
                codFee: cashOnDelivery && number == 0 && state.Rng.Chance(0.2) ? 15 : null,
                discount: discounted ? pricing.TenthInRupees : null),
        };
    }

    /// <summary>The plan of an order and the random stream of its details, which every step draws on.</summary>
    private sealed class DraftState(OrderPlan plan, Rng rng)
    {
        public Rng Rng = rng;

        public OrderPlan Plan { get; } = plan;
    }
}

using System.Globalization;
using System.Text.Json;

using AmazonIn.Infrastructure.Sandbox;

namespace AmazonIn.Tests.Sandbox;

/// <summary>What the generated orders look like: India, with all that makes orders of India hard.</summary>
public sealed class GeneratedOrdersTests
{
    [Fact]
    public async Task The_same_seed_gives_the_same_orders_and_another_seed_others()
    {
        var first = await OrdersAsync(new SandboxOptions { Orders = 60, Listings = 60 });
        var again = await OrdersAsync(new SandboxOptions { Orders = 60, Listings = 60 });
        var other = await OrdersAsync(new SandboxOptions { Orders = 60, Listings = 60, Seed = 7 });

        Assert.Equal(first.Select(order => order.GetRawText()), again.Select(order => order.GetRawText()));
        Assert.Empty(Ids(first).Intersect(Ids(other)));
    }

    [Fact]
    public async Task An_order_does_not_depend_on_how_many_others_there_are()
    {
        var few = await OrdersAsync(new SandboxOptions { Orders = 60, Listings = 60 });
        var many = await OrdersAsync(new SandboxOptions { Orders = 600, Listings = 60 });

        var byId = many.ToDictionary(order => order.TextAt("orderId")!);
        Assert.All(few, order =>
            Assert.Equal(order.GetRawText(), byId[order.TextAt("orderId")!].GetRawText()));
    }

    [Fact]
    public async Task The_two_sellers_have_no_order_in_common_and_some_skus()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Quotas = false });

        var first = await sandbox.AllOrdersAsync();
        var second = await sandbox.AllOrdersAsync(token: await sandbox.TokenAsync("Atzr|demo-in-2"));

        Assert.Equal(150, second.Count);
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.NotEmpty(Skus(first).Intersect(Skus(second)));
        Assert.NotEmpty(Skus(second).Except(Skus(first)));
    }

    [Fact]
    public async Task Every_order_and_line_adds_up_to_the_paisa()
    {
        var orders = await OrdersAsync(new SandboxOptions());

        foreach (var order in orders)
        {
            decimal? lines = null;
            foreach (var line in Lines(order))
            {
                if (line.TryGetProperty("proceeds", out var proceeds))
                {
                    var total = Amount(proceeds.GetProperty("proceedsTotal"));
                    Assert.Equal(total, proceeds.ListAt("breakdowns").Sum(Subtotal));
                    Assert.All(Detailed(proceeds), breakdown => Assert.Equal(
                        Subtotal(breakdown),
                        breakdown.ListAt("detailedBreakdowns").Sum(detail => Amount(detail.GetProperty("value")))));
                    lines = (lines ?? 0) + total;
                }
            }

            Assert.Equal(lines is not null, order.TryGetProperty("proceeds", out var whole));
            if (lines is not null)
            {
                Assert.Equal(lines, Amount(whole.GetProperty("grandTotal")));
                Assert.Equal(lines, whole.ListAt("breakdowns").Sum(Subtotal));
            }
        }
    }

    [Fact]
    public async Task Tax_implies_a_slab_within_a_paisa_and_all_slabs_occur()
    {
        var orders = await OrdersAsync(new SandboxOptions());
        var slabs = new SortedSet<int>();

        foreach (var line in orders.SelectMany(Lines).Where(line => line.TryGetProperty("proceeds", out _)))
        {
            var breakdowns = line.ListAt("proceeds.breakdowns");
            var tax = breakdowns.Where(IsTax).Sum(Subtotal);
            var taxable = breakdowns.Where(breakdown => !IsTax(breakdown)).Sum(Subtotal);
            if (!breakdowns.Exists(IsTax) || taxable == 0)
            {
                continue;
            }

            var slab = new[] { 0, 3, 5, 12, 18 }.Where(rate => Math.Abs((taxable * rate / 100) - tax) <= 0.01m).ToList();
            Assert.NotEmpty(slab);
            slabs.Add(slab[^1]);
        }

        Assert.Equal([0, 3, 5, 12, 18], slabs);
    }

    [Fact]
    public async Task An_items_subtotal_is_its_unit_price_times_its_quantity()
    {
        var orders = await OrdersAsync(new SandboxOptions());

        Assert.All(orders.SelectMany(Lines).Where(line => line.GetProperty("product").TryGetProperty("price", out _)), line =>
        {
            var unit = Amount(line.At("product.price.unitPrice"));
            var item = line.At("proceeds.breakdowns.0");
            Assert.Equal("ITEM", item.TextAt("type"));
            Assert.Equal(unit * line.GetProperty("quantityOrdered").GetInt32(), Subtotal(item));
        });
    }

    [Fact]
    public async Task All_states_occur_with_the_spellings_of_real_buyers()
    {
        var orders = await OrdersAsync(new SandboxOptions());

        var states = orders.Select(State).OfType<string>().ToHashSet();
        string[] expected =
        [
            "JAMMU & KASHMIR", "HIMACHAL PRADESH", "PUNJAB", "CHANDIGARH", "UTTARAKHAND", "HARYANA", "DELHI", "RAJASTHAN",
            "UTTAR PRADESH", "BIHAR", "SIKKIM", "ARUNACHAL PRADESH", "NAGALAND", "MANIPUR", "MIZORAM", "TRIPURA",
            "MEGHALAYA", "ASSAM", "WEST BENGAL", "JHARKHAND", "ODISHA", "CHHATTISGARH", "MADHYA PRADESH", "Gujarat",
            "DADRA AND NAGAR", "MAHARASHTRA", "KARNATAKA", "GOA", "LAKSHADWEEP", "KERALA", "TAMIL NADU", "PUDUCHERRY",
            "ANDAMAN & NICOBAR ", "TELANGANA", "ANDHRA PRADESH", "LADAKH",
        ];
        var canonical = expected.Where(name => states.Any(state => Regions.Same(state, name))).ToList();
        Assert.Equal(expected, canonical);
        Assert.True(states.Count > expected.Length + 5, "Too few spellings.");
        Assert.Contains("APO", states);
        Assert.Contains("Indraprastha Pradesh", states);
        Assert.Contains("", states);
    }

    [Fact]
    public async Task Everything_that_makes_orders_hard_occurs()
    {
        var orders = await OrdersAsync(new SandboxOptions());
        var text = string.Join('\n', orders.Select(order => order.GetRawText()));

        foreach (var status in new[]
        {
            "PENDING_AVAILABILITY", "PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELLED", "INVOICE_UNCONFIRMED",
        })
        {
            Assert.Contains(orders, order => Status(order) == status);
        }

        foreach (var fragment in new[]
        {
            "\"CashOnDelivery\"", "\"AMAZON_EASY_SHIP\"", "\"AMAZON_BUSINESS\"", "\"PRIME\"", "\"REPLACEMENT_ORIGINAL_ID\"",
            "\"USD\"", "\"NP\"", "\"AE\"", "\"giftMessage\"", "\"cancellationRequest\"", "\"cancellationExecution\"",
            "\"GIFT_WRAP\"", "\"COD_FEE\"", "\"SHIPPING\"", "\"DISCOUNT\"", "\"RETURNED_TO_SELLER\"", "\"NO-LONGER-LISTED\"",
            "\"addressLine3\":\"\"", "दीया", "ஜாடி",
        })
        {
            Assert.Contains(fragment, text, StringComparison.Ordinal);
        }

        Assert.Contains(orders, order => Lines(order).Count() == 60);
        Assert.Contains(orders, order => order.TextAt("lastUpdatedTime")!.Length == 24);
        Assert.Contains(orders, order => order.GetProperty("createdTime").GetDateTimeOffset() > RunningSandbox.Start.AddHours(-9));
        Assert.All(orders, order =>
        {
            var created = order.GetProperty("createdTime").GetDateTimeOffset();
            Assert.InRange(created, RunningSandbox.Start.AddDays(-25), RunningSandbox.Start.AddMinutes(-5));
            Assert.True(order.GetProperty("lastUpdatedTime").GetDateTimeOffset() >= created);
        });
    }

    [Fact]
    public async Task Pending_and_cancelled_orders_hold_back_what_Amazon_holds_back()
    {
        var orders = await OrdersAsync(new SandboxOptions());

        Assert.All(orders.Where(order => Status(order).StartsWith("PENDING", StringComparison.Ordinal)), order =>
        {
            Assert.False(order.TryGetProperty("proceeds", out _));
            Assert.False(order.TryGetProperty("buyer", out _));
            Assert.False(order.TryGetProperty("recipient", out _));
            Assert.All(Lines(order), line => Assert.False(line.TryGetProperty("proceeds", out _)));
        });
        Assert.All(orders.Where(order => Status(order) == "CANCELLED").SelectMany(Lines), line =>
        {
            Assert.Equal(0, line.GetProperty("quantityOrdered").GetInt32());
            Assert.True(line.GetProperty("cancellation").TryGetProperty("cancellationExecution", out _));
        });
    }

    [Fact]
    public async Task Orders_fulfilled_by_Amazon_have_no_email_no_phone_and_no_packages()
    {
        var orders = await OrdersAsync(new SandboxOptions());
        var byAmazon = orders.FindAll(order => order.TextAt("fulfillment.fulfilledBy") == "AMAZON");

        Assert.NotEmpty(byAmazon);
        Assert.All(byAmazon, order =>
        {
            Assert.DoesNotContain("buyerEmail", order.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain("\"phone\"", order.GetRawText(), StringComparison.Ordinal);
            Assert.False(order.TryGetProperty("packages", out _));
        });
    }

    [Fact]
    public async Task Partial_shipments_have_a_package_that_holds_what_is_fulfilled()
    {
        var orders = await OrdersAsync(new SandboxOptions());

        Assert.All(orders.Where(order => Status(order) == "PARTIALLY_SHIPPED"), order =>
        {
            var fulfilled = Lines(order).Sum(line => line.At("fulfillment.quantityFulfilled").GetInt32());
            var packed = order.ListAt("packages")
                .SelectMany(package => package.ListAt("packageItems"))
                .Sum(item => item.GetProperty("quantity").GetInt32());
            Assert.Equal(fulfilled, packed);
            Assert.True(Lines(order).Sum(line => line.At("fulfillment.quantityUnfulfilled").GetInt32()) > 0);
        });
    }

    [Fact]
    public async Task Nothing_personal_of_one_order_occurs_in_another()
    {
        await using var sandbox = await RunningSandbox.StartAsync(new SandboxOptions { Orders = 3000, Quotas = false });
        var orders = await sandbox.AllOrdersAsync();
        orders.AddRange(await sandbox.AllOrdersAsync(token: await sandbox.TokenAsync("Atzr|demo-in-2")));

        var owner = new Dictionary<string, string>();
        foreach (var order in orders)
        {
            var id = order.TextAt("orderId")!;
            foreach (var value in Personal(order))
            {
                Assert.True(owner.GetValueOrDefault(value, id) == id, $"A personal value of {id} stands in {owner.GetValueOrDefault(value)}.");
                owner[value] = id;
            }
        }

        Assert.True(owner.Count > 10_000);
    }

    [Fact]
    public async Task Business_buyers_have_gst_numbers_that_are_mostly_right()
    {
        var orders = await OrdersAsync(new SandboxOptions { Orders = 2000, Quotas = false });

        var numbers = orders
            .Where(order => order.TryGetProperty("tax", out var tax) && tax.TryGetProperty("taxRegistrations", out _))
            .Select(order => order.TextAt("tax.taxRegistrations.0.taxRegistrationNumber")!)
            .ToList();

        Assert.InRange(numbers.Count, 20, 120);
        var right = numbers.Count(number => Gstin.CheckCharacter(number) == number[14]);
        Assert.InRange(right, (int)(numbers.Count * 0.7), numbers.Count - 1);
    }

    [Fact]
    public void Check_characters_agree_with_published_numbers()
    {
        foreach (var number in new[] { "27AAPFU0939F1ZV", "24AAQCA8719H1ZC", "29AABCR1718E1ZL" })
        {
            Assert.Equal(number[14], Gstin.CheckCharacter(number));
        }
    }

    private static async Task<List<JsonElement>> OrdersAsync(SandboxOptions options)
    {
        await using var sandbox = await RunningSandbox.StartAsync(options);
        return await sandbox.AllOrdersAsync();
    }

    private static IEnumerable<string> Personal(JsonElement order)
    {
        if (order.TryGetProperty("buyer", out var buyer))
        {
            foreach (var member in buyer.EnumerateObject().Where(member => member.Name != "buyerPurchaseOrderNumber"))
            {
                yield return member.Value.GetString()!;
            }
        }

        if (order.TryGetProperty("recipient", out var recipient))
        {
            foreach (var member in recipient.GetProperty("deliveryAddress").EnumerateObject())
            {
                if (member.Name is "name" or "addressLine1" or "addressLine2" or "addressLine3" or "phone"
                    && member.Value.GetString()!.Length > 0)
                {
                    yield return member.Value.GetString()!;
                }
            }
        }

        foreach (var line in Lines(order))
        {
            if (line.GetProperty("fulfillment").TryGetProperty("packing", out var packing))
            {
                yield return packing.TextAt("giftOption.giftMessage")!;
            }
        }
    }

    private static string? State(JsonElement order) =>
        order.TryGetProperty("recipient", out var recipient)
            ? recipient.TextAt("deliveryAddress.stateOrRegion")
            : null;

    private static string Status(JsonElement order) =>
        order.TextAt("fulfillment.fulfillmentStatus")!;

    private static IEnumerable<JsonElement> Lines(JsonElement order) => order.ListAt("orderItems");

    private static IEnumerable<JsonElement> Detailed(JsonElement proceeds) =>
        proceeds.ListAt("breakdowns").Where(breakdown => breakdown.TryGetProperty("detailedBreakdowns", out _));

    private static bool IsTax(JsonElement breakdown) => breakdown.TextAt("type") == "TAX";

    private static decimal Subtotal(JsonElement breakdown) => Amount(breakdown.GetProperty("subtotal"));

    private static decimal Amount(JsonElement money) =>
        decimal.Parse(money.TextAt("amount")!, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Ids(IEnumerable<JsonElement> orders) =>
        orders.Select(order => order.TextAt("orderId")!);

    private static IEnumerable<string> Skus(IEnumerable<JsonElement> orders) =>
        orders.SelectMany(Lines).Select(line => line.TextAt("product.sellerSku")!);

    private static class Regions
    {
        /// <summary>Whether two spellings are of one state, by the table that the data is drawn from.</summary>
        public static bool Same(string spelling, string name) =>
            AmazonIn.Infrastructure.Sandbox.Seed.Regions.All.Any(region =>
                region.Spellings.Contains(spelling) && region.Spellings.Contains(name));
    }

    private static class Gstin
    {
        public static char CheckCharacter(string number) =>
            AmazonIn.Infrastructure.Sandbox.Seed.Gstin.CheckCharacter(number.AsSpan(0, 14));
    }
}

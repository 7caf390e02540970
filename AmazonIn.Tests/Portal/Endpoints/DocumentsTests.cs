using System.Net;
using System.Text;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Tests.Documents;
using AmazonIn.Tests.TestKit;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Documents and exports from outside: who gets them, what they hold, and what they leave behind.</summary>
public sealed class DocumentsTests(ConnectedFixture fixture) : IClassFixture<ConnectedFixture>
{
    private static readonly string[] _exports = ["sales-orders", "packages", "shipments", "customers"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PortalFactory Portal => fixture.Portal;

    [Fact]
    [Trait("Row", "H2")]
    public async Task Slip_and_label_carry_the_recipient_are_recorded_and_stay_nowhere()
    {
        var package = await ShippedPackageAsync();
        var contact = await ContactOfAsync(package.SalesOrderId);
        using var browser = await Portal.LoginAsync();
        var files = Files();

        foreach (var (path, action) in new[]
        {
            ($"/packages/slips?package={package.Id}", AuditAction.PrintSlip),
            ($"/packages/labels?package={package.Id}&paper=A4", AuditAction.PrintLabel),
            ($"/packages/labels?package={package.Id}&package={package.Id}", AuditAction.PrintLabel),
        })
        {
            var before = await RecordsAsync(action, package.SalesOrderId);
            using var answer = await GetAsync(browser, path);

            Assert.Equal((HttpStatusCode.OK, "application/pdf"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.True(answer.Headers.CacheControl?.NoStore);
            Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Matches("^\"?(slips|labels)-[0-9-]{10}\\.pdf\"?$", answer.Content.Headers.ContentDisposition!.FileName);
            var text = ReadPdf.Of(await answer.Content.ReadAsByteArrayAsync(Cancel)).Text;
            Assert.Contains(ReadPdf.Squeezed(contact.DeliveryAddress!.Line1!), text, StringComparison.Ordinal);
            Assert.Contains(package.Number, text, StringComparison.Ordinal);
            Assert.Equal(before + 1, await RecordsAsync(action, package.SalesOrderId));
        }

        Assert.Equal(files, Files());
    }

    [Fact]
    [Trait("Row", "H2")]
    [Trait("Row", "A1")]
    public async Task Neither_a_role_without_the_permission_nor_a_program_nor_another_site_gets_a_recipient()
    {
        var package = await ShippedPackageAsync();
        await Portal.AddUserAsync("viewer-documents@example.com", Role.Viewer);
        await Portal.AddUserAsync("packer-documents@example.com", Role.Fulfilment);
        using var viewer = await Portal.LoginAsync("viewer-documents@example.com");
        using var packer = await Portal.LoginAsync("packer-documents@example.com");
        using var program = await Portal.ApiClientAsync();
        using var stranger = Portal.Browser();

        foreach (var path in new[] { $"/packages/slips?package={package.Id}", $"/packages/labels?package={package.Id}" })
        {
            var before = await RecordsAsync(AuditAction.PrintLabel, package.SalesOrderId) + await RecordsAsync(AuditAction.PrintSlip, package.SalesOrderId);
            using var viewed = await GetAsync(viewer, path);
            using var called = await program.GetAsync(new Uri(path, UriKind.Relative), Cancel);
            using var called2 = await program.GetAsync(new Uri("/api/v1" + path, UriKind.Relative), Cancel);
            using var asked = await GetAsync(stranger, path);
            var foreign = await StatusFromElsewhereAsync(packer, path);
            var after = await RecordsAsync(AuditAction.PrintLabel, package.SalesOrderId) + await RecordsAsync(AuditAction.PrintSlip, package.SalesOrderId);
            using var packed = await GetAsync(packer, path);

            Assert.NotEqual("application/pdf", viewed.Content.Headers.ContentType?.MediaType);
            Assert.NotEqual("application/pdf", called.Content.Headers.ContentType?.MediaType);
            Assert.Equal(HttpStatusCode.NotFound, called2.StatusCode);
            Assert.NotEqual("application/pdf", asked.Content.Headers.ContentType?.MediaType);
            Assert.Equal(HttpStatusCode.Forbidden, foreign);
            Assert.Equal(before, after);
            Assert.Equal("application/pdf", packed.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [Trait("Row", "X5")]
    [InlineData("label")]
    [InlineData("invoice")]
    public async Task Amazons_papers_are_for_those_who_print_from_our_own_pages_only(string paper)
    {
        var package = await CollectedPackageAsync();
        var path = $"/packages/{package.Id}/easy-ship/{paper}";
        var email = $"{paper}@example.com";
        await Portal.AddUserAsync(email, Role.Viewer);
        using var viewer = await Portal.LoginAsync(email);
        using var administrator = await Portal.LoginAsync();
        using var program = await Portal.ApiClientAsync();
        using var stranger = Portal.Browser();
        var before = await RecordsAsync(AuditAction.PrintCarrierDocument, package.SalesOrderId);

        using var viewed = await GetAsync(viewer, path);
        using var called = await program.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        using var asked = await GetAsync(stranger, path);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusFromElsewhereAsync(administrator, path));
        Assert.All([viewed, called, asked], answer => Assert.NotEqual("application/pdf", answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(before, await RecordsAsync(AuditAction.PrintCarrierDocument, package.SalesOrderId));

        using var made = await GetAsync(administrator, path);
        Assert.Equal((HttpStatusCode.OK, "application/pdf"), (made.StatusCode, made.Content.Headers.ContentType?.MediaType));
        Assert.True(made.Headers.CacheControl?.NoStore);
        Assert.Equal(before + 1, await RecordsAsync(AuditAction.PrintCarrierDocument, package.SalesOrderId));
    }

    [Fact]
    [Trait("Row", "X5")]
    public async Task Amazons_papers_are_slowed_down_as_our_own_are()
    {
        await Portal.AddUserAsync("hasty-papers@example.com", Role.Fulfilment);
        using var browser = await Portal.LoginAsync("hasty-papers@example.com");
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 32; call++)
        {
            using var answer = await GetAsync(browser, "/packages/999999/easy-ship/label");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    [Trait("Row", "X2")]
    public async Task After_its_time_an_order_has_a_slip_that_says_so_and_no_label()
    {
        var package = await ShippedPackageAsync();
        var contact = await ContactOfAsync(package.SalesOrderId);
        using var browser = await Portal.LoginAsync();
        var records = await RecordsAsync(AuditAction.PrintSlip, package.SalesOrderId);
        var due = (await Portal.Services.GetRequiredService<ISalesOrderQueries>().FindAsync(package.SalesOrderId, Cancel))!.ContactExpiresAt;
        await SetExpiryAsync(package.SalesOrderId, new DateTimeOffset(2026, 1, 2, 3, 0, 0, TimeSpan.Zero));
        try
        {
            var slip = ReadPdf.Of(await BytesAsync(browser, $"/packages/slips?package={package.Id}")).Text;
            using var label = await GetAsync(browser, $"/packages/labels?package={package.Id}");

            Assert.Contains(ReadPdf.Squeezed("details were deleted on 2 Jan 2026"), slip, StringComparison.Ordinal);
            Assert.Contains(package.Lines[0].Sku.Replace(" ", string.Empty, StringComparison.Ordinal), slip, StringComparison.Ordinal);
            Assert.DoesNotContain(ReadPdf.Squeezed(contact.DeliveryAddress!.Line1!), slip, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.Conflict, label.StatusCode);
            Assert.Contains("deleted on 2 Jan 2026", await label.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            Assert.Equal(records, await RecordsAsync(AuditAction.PrintSlip, package.SalesOrderId));
        }
        finally
        {
            await SetExpiryAsync(package.SalesOrderId, due);
        }
    }

    [Fact]
    public void No_scope_of_a_key_opens_contacts() => Assert.DoesNotContain(
        ApiScope.PermissionsOf(ApiScope.All), permission => permission is Permission.PrintLabels or Permission.RevealContacts);

    [Theory]
    [InlineData("/packages/labels", 400, "No package is selected")]
    [InlineData("/packages/labels?package=999999", 404, "The package was not found")]
    [InlineData("/packages/slips?package=999999", 404, "The package was not found")]
    public async Task What_cannot_be_printed_is_refused_in_words(string path, int status, string words)
    {
        using var browser = await Portal.LoginAsync();
        using var answer = await GetAsync(browser, path);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.StartsWith(words, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "X4")]
    [Trait("Row", "O4")]
    public async Task Order_pdfs_and_exports_hold_nothing_of_any_buyer()
    {
        var package = await ShippedPackageAsync();
        var orders = await OrdersAsync();
        var canaries = new HashSet<string>(StringComparer.Ordinal);
        foreach (var order in orders.Where(order => order.AmazonOrderId is not null))
        {
            canaries.UnionWith(CanariesOf(await VaultAsync(order.Id)));
        }

        using var browser = await Portal.LoginAsync();
        var texts = new Dictionary<string, string>();
        foreach (var list in _exports)
        {
            texts[$"{list}.csv"] = await (await GetAsync(browser, $"/{list}/export?format=Csv")).Content.ReadAsStringAsync(Cancel);
            texts[$"{list}.xlsx"] = await SheetAsync(browser, $"/{list}/export?format=Xlsx");
        }

        foreach (var order in orders.Take(6))
        {
            texts[order.Number] = ReadPdf.Of(await BytesAsync(browser, $"/sales-orders/{order.Id}/pdf")).Text;
        }

        var label = ReadPdf.Of(await BytesAsync(browser, $"/packages/labels?package={package.Id}")).Text;

        Assert.True(canaries.Count > 20);
        Assert.All(texts, text => Assert.DoesNotContain(
            canaries, canary => text.Value.Contains(canary, StringComparison.OrdinalIgnoreCase)
                || text.Value.Contains(ReadPdf.Squeezed(canary), StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(canaries, canary => label.Contains(ReadPdf.Squeezed(canary), StringComparison.Ordinal));
        Assert.All(orders, order => Assert.Contains(order.Number, texts["sales-orders.csv"], StringComparison.Ordinal));
        Assert.All(orders, order => Assert.Contains(order.Number, texts["sales-orders.xlsx"], StringComparison.Ordinal));
        Assert.Contains("Amazon IN - Customer", texts["customers.csv"], StringComparison.Ordinal);
        Assert.Contains(package.Number, texts["shipments.csv"], StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "O4")]
    public async Task An_export_is_narrowed_as_the_screen_recorded_without_the_search_and_named_by_us()
    {
        var order = (await OrdersAsync())[0];
        using var browser = await Portal.LoginAsync();

        using var answer = await GetAsync(browser, $"/sales-orders/export?q={order.Number}&status={order.Status}&format=Csv");
        var lines = (await answer.Content.ReadAsStringAsync(Cancel)).TrimEnd().Split("\r\n");

        Assert.Matches("^\"?sales-orders-[0-9-]{10}\\.csv\"?$", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.All(lines.Skip(1), line => Assert.StartsWith($"\"{order.Number}\"", line, StringComparison.Ordinal));
        var head = (await Portal.Services.GetRequiredService<IAuditArchive>().ReadAsync(long.MinValue, 100_000, Cancel))
            .Last(record => record.Action == AuditAction.ExportList && record.Details.Contains("status", StringComparison.Ordinal));
        Assert.Equal("list:sales-orders", head.Subject);
        Assert.DoesNotContain(order.Number, head.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sales-orders/export")]
    [InlineData("/customers/export?format=Xlsx")]
    [InlineData("/sales-orders/1/pdf")]
    [Trait("Row", "A1")]
    public async Task Who_may_not_see_orders_exports_none(string path)
    {
        var email = $"auditor{Guid.NewGuid():N}@example.com";
        await Portal.AddUserAsync(email, Role.Auditor);
        using var auditor = await Portal.LoginAsync(email);
        using var answer = await GetAsync(auditor, path);

        Assert.False(answer.Content.Headers.ContentType?.MediaType is "text/csv" or "application/pdf");
        Assert.Null(answer.Content.Headers.ContentDisposition);
    }

    [Fact]
    public async Task Who_takes_files_by_the_bulk_is_slowed_down()
    {
        const string Email = "hasty@example.com";
        await Portal.AddUserAsync(Email, Role.Viewer);
        using var browser = await Portal.LoginAsync(Email);
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 32; call++)
        {
            using var answer = await GetAsync(browser, "/customers/export");
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    private static IEnumerable<string> CanariesOf(BuyerContact? contact) => new[]
    {
        contact?.BuyerName, contact?.BuyerEmail, contact?.DeliveryAddress?.Name, contact?.DeliveryAddress?.Line1,
        contact?.DeliveryAddress?.Phone, contact?.DeliveryInstructions, contact?.BuyerCompanyName,
    }.OfType<string>().Where(text => text.Length > 5);

    private static Task<HttpResponseMessage> GetAsync(PortalBrowser browser, string path) =>
        browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);

    private static async Task<byte[]> BytesAsync(PortalBrowser browser, string path)
    {
        using var answer = await GetAsync(browser, path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Cancel);
    }

    private static async Task<string> SheetAsync(PortalBrowser browser, string path)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(await BytesAsync(browser, path)));
        using var reader = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open(), Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }

    private static async Task<HttpStatusCode> StatusFromElsewhereAsync(PortalBrowser browser, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await browser.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(Portal.DataDirectory, "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith("-wal", StringComparison.Ordinal) && !file.EndsWith("-shm", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.GetTempPath(), "*.pdf"))
            .Order(StringComparer.Ordinal),
    ];

    private async Task SetExpiryAsync(long orderId, DateTimeOffset? at)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(Portal.DataDirectory, "amazonin.db")};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE SalesOrders SET ContactExpiresAt = $at WHERE Id = $id";
        command.Parameters.AddWithValue("$id", orderId);
        command.Parameters.AddWithValue("$at", at is { } instant ? instant.UtcDateTime : DBNull.Value);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private async Task<int> RecordsAsync(string action, long orderId) =>
        (await Portal.Services.GetRequiredService<IAuditArchive>().ReadAsync(long.MinValue, 100_000, Cancel))
            .Count(record => record.Action == action && record.Subject == $"order:{orderId}");

    private async Task<IReadOnlyList<SalesOrderRow>> OrdersAsync() =>
        (await Portal.Services.GetRequiredService<ISalesOrderQueries>().ListAsync(
            new SalesOrderFilter(), new SortBy<SalesOrderSort>(SalesOrderSort.OrderedAt), new PageRequest(200), Cancel)).Items;

    private async Task<BuyerContact?> VaultAsync(long orderId)
    {
        var order = (await Portal.Services.GetRequiredService<ISalesOrderQueries>().FindAsync(orderId, Cancel))!.Order;
        return await Portal.Services.GetRequiredService<IContactVault>().OpenAsync(order.ChannelId!.Value, order.AmazonOrderId!, Cancel);
    }

    private async Task<BuyerContact> ContactOfAsync(long orderId) =>
        await VaultAsync(orderId) ?? throw new InvalidOperationException("The demo sent no contact for this order.");

    // The first of the demo's Easy Ship orders, packed whole and scheduled; made by whichever test comes first.
    private async Task<PackageRow> CollectedPackageAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var packages = scope.ServiceProvider.GetRequiredService<IPackageQueries>();
        var order = (await OrdersAsync()).FirstOrDefault(order => order is
        {
            Status: OrderStatus.Confirmed, EasyShip: true, CancelRequestedByBuyer: false,
        }) ?? throw new InvalidOperationException("The demo has no order that Amazon collects.");
        if ((await packages.OfOrderAsync(order.Id, Cancel))!.Packages is [var known])
        {
            return known;
        }

        var details = (await scope.ServiceProvider.GetRequiredService<ISalesOrderQueries>().FindAsync(order.Id, Cancel))!;
        var packed = await scope.ServiceProvider.GetRequiredService<PackOrder>().RunAsync(
            Actor.System, order.Id, [.. details.Lines.Select(line => new PackRequestLine(line.Id, line.Quantity))], Cancel);
        var size = new ParcelSize(30, 20, 12.5m, 850);
        var slots = await scope.ServiceProvider.GetRequiredService<ListPickupSlots>()
            .RunAsync(Actor.System, packed.Value!.Id, size, Cancel);
        var scheduled = await scope.ServiceProvider.GetRequiredService<SchedulePickup>()
            .RunAsync(Actor.System, packed.Value.Id, size, slots.Value![0], Cancel);
        Assert.True(scheduled.Succeeded, scheduled.Error?.Message);
        return (await packages.FindAsync(packed.Value.Id, Cancel))!;
    }

    // The first of the demo's orders that the seller ships, packed whole and shipped; made by whichever test comes first.
    private async Task<PackageRow> ShippedPackageAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        var packages = scope.ServiceProvider.GetRequiredService<IPackageQueries>();
        var shipped = await packages.ListAsync(
            new PackageFilter(), new SortBy<PackageSort>(PackageSort.Number), new PageRequest(200), Cancel);
        if (shipped.Items.FirstOrDefault(package => package.Shipment is not null) is { } known)
        {
            return known;
        }

        var orders = scope.ServiceProvider.GetRequiredService<ISalesOrderQueries>();
        foreach (var row in (await OrdersAsync()).Where(order => order is
        {
            Status: OrderStatus.Confirmed, FulfilledBy: FulfilledBy.Merchant, EasyShip: false, CancelRequestedByBuyer: false,
        }))
        {
            var details = (await orders.FindAsync(row.Id, Cancel))!;
            var packed = await scope.ServiceProvider.GetRequiredService<PackOrder>().RunAsync(
                Actor.System, row.Id, [.. details.Lines.Select(line => new PackRequestLine(line.Id, line.Quantity))], Cancel);
            if (packed.Succeeded && details.HasContact)
            {
                var sent = await scope.ServiceProvider.GetRequiredService<CreateShipment>().RunAsync(
                    Actor.System,
                    packed.Value.Id,
                    new ShipmentRequest("Blue Dart", null, "BD4711", TimeProvider.System.GetUtcNow()),
                    Cancel);
                Assert.True(sent.Succeeded, sent.Error?.Message);
                return (await packages.FindAsync(packed.Value.Id, Cancel))!;
            }
        }

        throw new InvalidOperationException("The demo has no order to ship.");
    }
}

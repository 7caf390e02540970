using System.Globalization;
using System.Net;
using System.Text;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Tests.SpApi.TestKit;

namespace AmazonIn.Tests.SpApi;

public sealed class ListingReadingTests : IDisposable
{
    private static readonly string[] _awkward =
    [
        "50% off/A+B", "O'Neil \"best\" #1", "क-कुर्ता-😀", " leading", "40-characters-40-characters-40-characters", "a&b=c?d", "..",
    ];

    private readonly SpApiRig _rig = new();

    [Fact]
    public async Task A_small_catalogue_is_paged_through()
    {
        _rig.Amazon.AnswerWith(call =>
        {
            var page = int.Parse(call.Query("pageToken") ?? "0", CultureInfo.InvariantCulture);
            return ScriptedAmazon.Json(AListing.Page(
                Enumerable.Range(page * 20, 20).Select(number => AListing.Json($"SKU-{number}")), 140, page < 6 ? $"{page + 1}" : null));
        });

        var pages = await ReadAsync();

        Assert.Equal([100, 40], pages.Select(page => page.Records.Count));
        Assert.Equal(140, pages.SelectMany(page => page.Records).Select(record => record.Key).Distinct().Count());
        Assert.All(pages, page => Assert.Equal(140, page.ExpectedTotal));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero), pages[^1].ReadUpTo);
        Assert.All(_rig.Amazon.Calls, call =>
        {
            Assert.Equal("/listings/2021-08-01/items/A1SELLER", call.Path);
            Assert.Equal("20", call.Query("pageSize"));
            Assert.Null(call.Query("lastUpdatedAfter"));
        });

        var rest = await ReadAsync(from: pages[0].NextPage);
        Assert.Equal(40, Assert.Single(rest).Records.Count);
    }

    [Fact]
    [Trait("Row", "I5")]
    public async Task A_large_catalogue_is_read_by_the_reports_list_of_skus()
    {
        var catalogue = _awkward.Concat(Enumerable.Range(0, 1200).Select(number => $"SKU-{number}")).Append("a,b").ToList();
        _rig.Amazon.AnswerWith(call => Catalogue(call, catalogue, missing: "SKU-7"));

        var pages = await ReadAsync();

        var records = pages.SelectMany(page => page.Records).ToList();
        Assert.Equal(
            catalogue.Append("FAMILY").Order(StringComparer.Ordinal),
            records.Select(record => record.Key).Order(StringComparer.Ordinal));
        Assert.All(records, record => Assert.NotNull(record.Value));
        Assert.True(records.Single(record => record.Key == "FAMILY").Value!.IsParent);
        var stand = records.Single(record => record.Key == "SKU-7").Value!.Facts;
        Assert.Equal(("Title of SKU-7", 5, 12.50m, ListingState.Active), (stand.Title, stand.Quantity, stand.Price, stand.State));
        Assert.All(pages[..^1], page => Assert.NotNull(page.NextPage));
        Assert.All(pages, page => Assert.Equal(1208, page.ExpectedTotal));
        Assert.NotNull(pages[^1].ReadUpTo);
        var identifiers = _rig.Amazon.Calls.Where(call => call.Query("identifiers") is not null).ToList();
        Assert.All(identifiers, call => Assert.Equal("SKU", call.Query("identifiersType")));
        Assert.Contains(identifiers, call => call.Address.OriginalString.Contains("50%25%20off%2FA%2BB", StringComparison.Ordinal));
        Assert.Contains(_rig.Amazon.Calls, call => call.Path == "/listings/2021-08-01/items/A1SELLER/a%2Cb");

        var posts = _rig.Amazon.Calls.Count(call => call.Method == HttpMethod.Post);
        var rest = await ReadAsync(from: pages[^3].NextPage);
        Assert.Equal(pages[^2].Records.Count + pages[^1].Records.Count, rest.Sum(page => page.Records.Count(record => record.Key != "FAMILY")));
        Assert.Equal(posts, _rig.Amazon.Calls.Count(call => call.Method == HttpMethod.Post));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_report_or_for_many_changes_the_time_is_cut_into_parts(bool changes)
    {
        var start = changes ? new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.Zero) : new DateTimeOffset(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var span = _rig.Time.GetUtcNow() - start;
        var updates = Enumerable.Range(0, 3500).Select(number => (Sku: $"SKU-{number}", At: start + (span * (number / 3500.0)))).ToList();
        _rig.Amazon.AnswerWith(call =>
        {
            if (call.Method == HttpMethod.Post)
            {
                return ScriptedAmazon.Error(HttpStatusCode.Forbidden, "Unauthorized");
            }

            var after = Moment(call.Query("lastUpdatedAfter")) ?? DateTimeOffset.MinValue;
            var before = Moment(call.Query("lastUpdatedBefore")) ?? DateTimeOffset.MaxValue;
            var found = updates.Where(one => one.At > after && one.At < before).ToList();
            var at = int.Parse(call.Query("pageToken") ?? "0", CultureInfo.InvariantCulture);
            var next = Math.Min(at + 20, 1000) < found.Count && at + 20 < 1000 ? $"{at + 20}" : null;
            return ScriptedAmazon.Json(AListing.Page(found.Skip(at).Take(20).Select(one => AListing.Json(one.Sku)), found.Count, next));
        });

        var pages = await ReadAsync(changes ? start - TimeSpan.FromSeconds(1) : null);

        var keys = pages.SelectMany(page => page.Records).Select(record => record.Key).ToList();
        Assert.Equal(3500, keys.Distinct().Count());
        Assert.True(keys.Count < 3600);
        Assert.Equal(changes ? 0 : 2, _rig.Amazon.Calls.Count(call => call.Method == HttpMethod.Post));
        Assert.Equal(3500, pages[^1].ExpectedTotal);

        var half = pages.Count / 2;
        var rest = await ReadAsync(changes ? start - TimeSpan.FromSeconds(1) : null, pages[half].NextPage);
        Assert.Equal(
            pages.Skip(half + 1).SelectMany(page => page.Records).Select(record => record.Key),
            rest.SelectMany(page => page.Records).Select(record => record.Key));
    }

    [Fact]
    public async Task Changes_are_asked_for_oldest_first()
    {
        _rig.Amazon.AnswerWith(_ => ScriptedAmazon.Json(AListing.Page([AListing.Json()], 1)));

        var pages = await ReadAsync(new DateTimeOffset(2026, 8, 31, 5, 30, 0, 500, TimeSpan.FromHours(5.5)));

        var call = Assert.Single(_rig.Amazon.Calls);
        Assert.Equal("2026-08-31T00:00:00.500Z", call.Query("lastUpdatedAfter"));
        Assert.Equal(("lastUpdatedDate", "ASC"), (call.Query("sortBy"), call.Query("sortOrder")));
        Assert.Single(Assert.Single(pages).Records);
    }

    [Fact]
    public async Task A_refused_or_old_place_has_expired()
    {
        _rig.Amazon.AnswerWith(call => call.Query("pageToken") is null
            ? ScriptedAmazon.Json(AListing.Page([AListing.Json()], 500, "t1"))
            : ScriptedAmazon.Error(HttpStatusCode.BadRequest, "InvalidInput"));

        await Assert.ThrowsAsync<PageExpiredException>(() => ReadAsync());
        await Assert.ThrowsAsync<PageExpiredException>(() => ReadAsync(from: "old"));
    }

    [Fact]
    public async Task Single_skus_that_are_gone_come_with_a_reason()
    {
        _rig.Amazon.AnswerWith(call => call.Path.EndsWith("/x%2Cy", StringComparison.Ordinal)
            ? ScriptedAmazon.Error(HttpStatusCode.NotFound, "NOT_FOUND")
            : ScriptedAmazon.Json(AListing.Page([AListing.Json("A")], 1)));

        List<MarketplaceRecord<MarketplaceListing>> records = [];
        await foreach (var record in _rig.Listings.ReadBySkuAsync(
            SpApiRig.Channel, ["A", "B", "x,y", "A"], _rig.Waits, TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        Assert.Equal(["A", "B", "x,y"], records.Select(record => record.Key));
        Assert.Equal([null, "listing.not-found", "amazon.not-found"], records.Select(record => record.ReasonCode));
    }

    public void Dispose() => _rig.Dispose();

    private static DateTimeOffset? Moment(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static HttpResponseMessage Catalogue(RecordedCall call, List<string> skus, string missing)
    {
        if (call.Method == HttpMethod.Post)
        {
            return ScriptedAmazon.Json("""{"reportId":"R1"}""", HttpStatusCode.Accepted);
        }

        if (call.Path.StartsWith("/reports/2021-06-30/reports/", StringComparison.Ordinal))
        {
            return ScriptedAmazon.Json("""{"reportId":"R1","processingStatus":"DONE","reportDocumentId":"D1","createdTime":"2026-09-01T12:00:00Z"}""");
        }

        if (call.Path.StartsWith("/reports/2021-06-30/documents/", StringComparison.Ordinal))
        {
            return ScriptedAmazon.Json("""{"reportDocumentId":"D1","url":"https://d34o8swod1owfl.cloudfront.net/doc"}""");
        }

        if (call.Path == "/doc")
        {
            var rows = skus.Select(sku => $"Title of {sku}\tL\t{sku}\t12.50\t5\tB08DFPV54V\tDEFAULT\tActive");
            return ScriptedAmazon.Bytes(
                Encoding.UTF8.GetBytes("item-name\tlisting-id\tseller-sku\tprice\tquantity\tasin1\tfulfilment-channel\tstatus\n" + string.Join('\n', rows)),
                "text/plain");
        }

        if (call.Path.EndsWith("/a%2Cb", StringComparison.Ordinal))
        {
            return ScriptedAmazon.Json(AListing.Json("a,b").ToJsonString());
        }

        if (call.Query("identifiers") is null)
        {
            return ScriptedAmazon.Json(AListing.Page(skus.Take(20).Select(sku => AListing.Json(sku)), skus.Count, "t1"));
        }

        var wanted = call.Query("identifiers")!.Split(',');
        return ScriptedAmazon.Json(AListing.Page(
            wanted.Where(sku => sku != missing).Select(sku =>
                sku == "FAMILY" ? AListing.Parent(sku, "SKU-3") : AListing.Json(sku, sku == "SKU-3" ? "FAMILY" : null)),
            wanted.Length));
    }

    private async Task<List<MarketplacePage<MarketplaceListing>>> ReadAsync(DateTimeOffset? since = null, string? from = null)
    {
        List<MarketplacePage<MarketplaceListing>> pages = [];
        await foreach (var page in _rig.Listings.ReadAsync(
            SpApiRig.Channel, since, from, _rig.Waits, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }
}

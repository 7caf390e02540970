using System.Globalization;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>
/// The filters and pages of getReports and getFeeds. A page token stands alone: it carries the filters.
/// </summary>
internal sealed class JobQuery
{
    private const string Purpose = "jobs page";

    // Amazon keeps reports and feeds this long.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private readonly Signer signer;
    private readonly string sellerId;
    private readonly string typesName;
    private readonly IReadOnlyList<string> types;
    private readonly IReadOnlyList<string> statuses;
    private readonly IReadOnlyList<string> marketplaceIds;
    private readonly DateTimeOffset since;
    private readonly DateTimeOffset until;
    private readonly int pageSize;
    private readonly int offset;

    private JobQuery(
        Signer signer,
        string sellerId,
        string typesName,
        IReadOnlyList<string> types,
        IReadOnlyList<string> statuses,
        IReadOnlyList<string> marketplaceIds,
        DateTimeOffset since,
        DateTimeOffset until,
        int pageSize,
        int offset)
    {
        this.signer = signer;
        this.sellerId = sellerId;
        this.typesName = typesName;
        this.types = types;
        this.statuses = statuses;
        this.marketplaceIds = marketplaceIds;
        this.since = since;
        this.until = until;
        this.pageSize = pageSize;
        this.offset = offset;
    }

    public static JobQuery Read(ApiCall call, string typesName, Signer signer, DateTimeOffset now)
    {
        var query = call.Query;
        if (query.Text("nextToken") is { } token)
        {
            return query.Count == 1 && signer.TryOpen(Purpose, token, out var content)
                && content.Split('\n') is { Length: 9 } parts
                && parts[0] == call.Seller.Id
                && parts[1] == typesName
                    ? new JobQuery(
                        signer,
                        parts[0],
                        parts[1],
                        Split(parts[2]),
                        Split(parts[3]),
                        Split(parts[4]),
                        new DateTimeOffset(Number(parts[5]), TimeSpan.Zero),
                        new DateTimeOffset(Number(parts[6]), TimeSpan.Zero),
                        (int)Number(parts[7]),
                        (int)Number(parts[8]))
                    : throw ApiException.InvalidInput("nextToken is invalid, or is not the only parameter.");
        }

        var asked = query.List(typesName, 10);
        if (asked.Count == 0)
        {
            throw ApiException.InvalidInput($"Either {typesName} or nextToken is required.");
        }

        return new JobQuery(
            signer,
            call.Seller.Id,
            typesName,
            asked,
            query.List("processingStatuses", ProcessingStatus.All),
            MarketplaceFilter.Read(call, required: false, most: 10),
            query.Time("createdSince") ?? now - Kept,
            query.Time("createdUntil") ?? now,
            query.Number("pageSize", 1, 100, 10),
            0);
    }

    /// <param name="newestFirst">All there are.</param>
    /// <param name="type">The type of one.</param>
    /// <param name="status">Its state now.</param>
    /// <param name="marketplaces">Its marketplaces.</param>
    /// <param name="created">When it was requested.</param>
    public (List<T> Page, string? NextToken) Page<T>(
        IEnumerable<T> newestFirst,
        Func<T, string> type,
        Func<T, string> status,
        Func<T, IReadOnlyList<string>> marketplaces,
        Func<T, DateTimeOffset> created)
    {
        var found = newestFirst
            .Where(job => types.Contains(type(job)))
            .Where(job => statuses.Count == 0 || statuses.Contains(status(job)))
            .Where(job => marketplaceIds.Count == 0 || marketplaces(job).Any(marketplaceIds.Contains))
            .Where(job => created(job) >= since && created(job) <= until)
            .ToList();
        return (
            [.. found.Skip(offset).Take(pageSize)],
            offset + pageSize < found.Count ? Token(offset + pageSize) : null);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private string Token(int at) => signer.Sign(Purpose, string.Join('\n',
    [
        sellerId,
        typesName,
        string.Join(',', types),
        string.Join(',', statuses),
        string.Join(',', marketplaceIds),
        since.Ticks.ToString(CultureInfo.InvariantCulture),
        until.Ticks.ToString(CultureInfo.InvariantCulture),
        pageSize.ToString(CultureInfo.InvariantCulture),
        at.ToString(CultureInfo.InvariantCulture),
    ]));
}

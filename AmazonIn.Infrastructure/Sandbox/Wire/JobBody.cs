using System.Text.Json;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>What requests for reports and feeds, and answers about them, have in common.</summary>
internal static class JobBody
{
    public static string Text(JsonElement body, string name) =>
        body.Text(name) is { Length: > 0 } text
            ? text
            : throw ApiException.InvalidInput($"{name} is required.");

    public static DateTimeOffset? Time(JsonElement body, string name)
    {
        if (body.Member(name).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        return Iso8601.TryParse(body.Text(name), out var time)
            ? time
            : throw ApiException.InvalidInput($"{name} must be a date and time in ISO 8601 format.");
    }

    public static List<string> MarketplaceIds(JsonElement body, SellerAccount seller)
    {
        var ids = body.Items("marketplaceIds").Select(id => id.ToString()).ToList();
        if (ids.Count is < 1 or > 25)
        {
            throw ApiException.InvalidInput("marketplaceIds must be an array of 1 to 25 marketplaces.");
        }

        MarketplaceFilter.Check(seller, ids);
        return ids;
    }

    public static void WriteProgress(
        Utf8JsonWriter json,
        IReadOnlyList<string> marketplaceIds,
        ProcessingTimes times,
        string status)
    {
        json.WriteTexts("marketplaceIds", marketplaceIds);
        Iso8601.Write(json, "createdTime", times.Created);
        json.WriteString("processingStatus", status);
        if (status is ProcessingStatus.InProgress or ProcessingStatus.Done or ProcessingStatus.Fatal)
        {
            Iso8601.Write(json, "processingStartTime", times.Started);
        }

        if (status is ProcessingStatus.Done or ProcessingStatus.Fatal)
        {
            Iso8601.Write(json, "processingEndTime", times.Ended);
        }
    }
}

namespace AmazonIn.Tests.SpApi.TestKit;

/// <summary>A request as it reached the scripted Amazon.</summary>
internal sealed record RecordedCall(
    HttpMethod Method,
    Uri Address,
    IReadOnlyDictionary<string, string> Headers,
    string? Body,
    DateTimeOffset At)
{
    public string Path => Address.AbsolutePath;

    /// <summary>A parameter of the query, decoded; null where it is not there.</summary>
    public string? Query(string name)
    {
        foreach (var pair in Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            if (parts[0] == name)
            {
                return Uri.UnescapeDataString(parts[1]);
            }
        }

        return null;
    }
}

using System.Globalization;

using Microsoft.AspNetCore.Http;

namespace AmazonIn.Infrastructure.Sandbox.Wire;

/// <summary>Reads query parameters by Amazon's rules; what breaks them is a 400 that names the parameter.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    public bool Has(string name) => query.ContainsKey(name);

    public int Count => query.Count;

    public string? Text(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>A comma separated list; repeating the parameter is accepted too. Absent gives an empty list.</summary>
    public IReadOnlyList<string> List(string name, int most = int.MaxValue)
    {
        if (!query.TryGetValue(name, out var values))
        {
            return [];
        }

        var items = new List<string>();
        foreach (var value in values)
        {
            items.AddRange((value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries));
        }

        return items.Count <= most
            ? items
            : throw ApiException.InvalidInput($"{name} must have at most {most} values.");
    }

    public IReadOnlyList<string> List(string name, IReadOnlySet<string> allowed)
    {
        var items = List(name);
        foreach (var item in items)
        {
            if (!allowed.Contains(item))
            {
                throw ApiException.InvalidInput($"{name}: '{item}' is not one of {string.Join(", ", allowed)}.");
            }
        }

        return items;
    }

    public string? OneOf(string name, IReadOnlySet<string> allowed)
    {
        var text = Text(name);
        return text is null || allowed.Contains(text)
            ? text
            : throw ApiException.InvalidInput($"{name} must be one of {string.Join(", ", allowed)}.");
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return Iso8601.TryParse(text, out var time)
            ? time
            : throw ApiException.InvalidInput($"{name} must be a date and time in ISO 8601 format.");
    }

    public int Number(string name, int least, int most, int otherwise)
    {
        if (Text(name) is not { } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
                ? number
                : throw ApiException.InvalidInput($"{name} must be a whole number between {least} and {most}.");
    }
}

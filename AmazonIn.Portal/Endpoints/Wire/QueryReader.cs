using System.Globalization;
using AmazonIn.Domain.Common;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>
/// Reads a call's query strictly: a value that is not understood, or a parameter that does not exist, is refused with
/// what is allowed, since a misspelt filter would otherwise return everything.
/// </summary>
internal sealed class QueryReader
{
    private readonly IQueryCollection query;

    public QueryReader(HttpContext context)
    {
        query = context.Request.Query;
        var known = context.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>()?.Names ?? [];
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                Refuse(known.Count == 0
                    ? $"The parameter “{Clip(name)}” is not known; this call takes none."
                    : $"The parameter “{Clip(name)}” is not known; this call takes {string.Join(", ", known)}.");
            }
            else if (values.Count > 1)
            {
                Refuse($"The parameter “{name}” is given {values.Count} times; give it once.");
            }
        }
    }

    /// <summary>The first thing that was wrong, or null. To be checked after everything was read.</summary>
    public Error? Problem { get; private set; }

    public string? Text(string name) => query[name] is [{ Length: > 0 } text] ? text : null;

    public long? Id(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return id;
        }

        Refuse($"“{name}” must be an id, a whole number.");
        return null;
    }

    public TChoice? Choice<TChoice>(string name)
        where TChoice : struct, Enum
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        if (Choices.Read<TChoice>(text) is { } choice)
        {
            return choice;
        }

        Refuse(Choices.Requirement<TChoice>(name));
        return null;
    }

    /// <summary>An ISO 8601 time with its offset or a Z.</summary>
    public DateTimeOffset? Time(string name)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        // A plus sign that was not escaped arrives as a blank.
        if (DateTimeOffset.TryParseExact(
            text.Replace(' ', '+'),
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time))
        {
            return time;
        }

        Refuse($"“{name}” must be a time such as 2026-11-23T08:35:00Z.");
        return null;
    }

    public PageRequest Page()
    {
        var take = 50;
        if (Text(QueryParameters.Limit) is { } limit
            && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out take)
                || take is < 1 or > PageRequest.MaxTake))
        {
            Refuse($"“limit” must be a whole number from 1 to {PageRequest.MaxTake}.");
        }

        long? after = null;
        if (Text(QueryParameters.Cursor) is { } cursor)
        {
            after = Cursor.Read(cursor);
            if (after is null)
            {
                Refuse("“cursor” must be the nextCursor of an earlier answer, unchanged.");
            }
        }

        return new PageRequest(take, 0, after) { ByCursor = true };
    }

    private void Refuse(string message) => Problem ??= new Error("request.parameter", message);

    private static string Clip(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

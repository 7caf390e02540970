using System.Globalization;
using System.Text;

namespace AmazonIn.Infrastructure.SpApi.Http;

/// <summary>
/// A path with its query, built by hand: every value escaped, lists joined by commas as Amazon reads them.
/// </summary>
internal sealed class QueryText(string path)
{
    private readonly StringBuilder _text = new(path);
    private bool _any;

    public static string Segment(string value) => Uri.EscapeDataString(value);

    public QueryText Add(string name, string? value)
    {
        if (value is not null)
        {
            Begin(name).Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    public QueryText Add(string name, int value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>UTC; milliseconds only where there are some.</summary>
    public QueryText Add(string name, DateTimeOffset? value) => Add(name, value is { } moment ? Moment(moment) : null);

    public QueryText Add(string name, IEnumerable<string> values)
    {
        Begin(name).AppendJoin(',', values.Select(Uri.EscapeDataString));
        return this;
    }

    public static string Moment(DateTimeOffset value)
    {
        var utc = value.UtcDateTime;
        return utc.ToString(
            utc.Millisecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
            CultureInfo.InvariantCulture);
    }

    public override string ToString() => _text.ToString();

    private StringBuilder Begin(string name)
    {
        _text.Append(_any ? '&' : '?').Append(name).Append('=');
        _any = true;
        return _text;
    }
}

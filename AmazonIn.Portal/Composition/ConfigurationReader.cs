using System.Globalization;

namespace AmazonIn.Portal.Composition;

/// <summary>
/// Reads configured values strictly: an empty value counts as absent, anything else must be what the key asks for, or
/// the start stops with a line that says so.
/// </summary>
internal sealed class ConfigurationReader(IConfiguration configuration)
{
    public string? Text(string key) =>
        configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public bool Flag(string key, bool fallback) => Text(key)?.ToUpperInvariant() switch
    {
        null => fallback,
        "TRUE" or "ON" => true,
        "FALSE" or "OFF" => false,
        _ => throw new ConfigurationProblemException(key, $"must be true or false, but is “{Text(key)}”."),
    };

    public int Number(string key, int fallback, int least, int most)
    {
        var text = Text(key);
        if (text is null)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : throw new ConfigurationProblemException(
                key, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}, but is “{text}”."));
    }

    public TimeSpan Duration(string key, TimeSpan fallback, TimeSpan least, TimeSpan most)
    {
        var text = Text(key);
        if (text is null)
        {
            return fallback;
        }

        return TimeSpan.TryParseExact(text, ["c", @"h\:mm\:ss", @"hh\:mm"], CultureInfo.InvariantCulture, out var duration)
            && duration >= least
            && duration <= most
            ? duration
            : throw new ConfigurationProblemException(
                key, $"must be a time span from {least:c} to {most:c} such as {fallback:c}, but is “{text}”.");
    }

    public TChoice Choice<TChoice>(string key, TChoice fallback)
        where TChoice : struct, Enum
    {
        var text = Text(key);
        var names = Enum.GetNames<TChoice>();
        return text is null ? fallback
            : names.FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse<TChoice>(known)
            : throw new ConfigurationProblemException(key, $"must be {string.Join(" or ", names)}, but is “{text}”.");
    }

    /// <summary>An absolute http or https address.</summary>
    public Uri? Address(string key)
    {
        var text = Text(key);
        if (text is null)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            ? uri
            : throw new ConfigurationProblemException(key, "must be an absolute http or https address without a user name in it.");
    }
}

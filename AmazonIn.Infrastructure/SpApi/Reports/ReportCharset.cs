using System.Text;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>
/// Decodes the lines of a report. The content type names the charset, in Java's spelling; where it does not, a line is
/// UTF-8 if it can be, and windows-1252 otherwise.
/// </summary>
internal sealed class ReportCharset
{
    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly Encoding? _named;

    public ReportCharset(string? name)
    {
        _named = name?.Trim('"', ' ').ToUpperInvariant() switch
        {
            null or "" or "UTF-8" or "UTF8" => null,
            "CP1252" or "WINDOWS-1252" or "ISO-8859-1" or "LATIN1" => _western,
            "WINDOWS-31J" or "MS932" or "SHIFT_JIS" => CodePagesEncodingProvider.Instance.GetEncoding(932),
            _ => null,
        };
    }

    public string Decode(ReadOnlySpan<byte> line)
    {
        if (_named is not null)
        {
            return _named.GetString(line);
        }

        try
        {
            return _strictUtf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return _western.GetString(line);
        }
    }
}

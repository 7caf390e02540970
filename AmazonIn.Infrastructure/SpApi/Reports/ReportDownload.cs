using System.IO.Compression;
using System.Net;
using System.Runtime.CompilerServices;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Errors;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Json;
using AmazonIn.Infrastructure.SpApi.Reports.Wire;

namespace AmazonIn.Infrastructure.SpApi.Reports;

/// <summary>
/// Downloads report documents: tab-separated, not quoted, read by column name. Its HTTP client knows no token and
/// follows no redirect. Streamed, with caps on the size and on how well it unpacks.
/// </summary>
internal sealed class ReportDownload(
    ReportsClient reports,
    ReportHosts hosts,
    IHttpClientFactory clients,
    Backoff backoff,
    Pauses pauses,
    TimeProvider time)
{
    public const string ClientName = "AmazonIn.Reports";

    private const long MaxSize = 100 * 1024 * 1024;

    private const int MaxTries = 3;

    /// <summary>Between two pieces of the document.</summary>
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(30);

    /// <summary>For the whole document, however steadily it drips.</summary>
    private static readonly TimeSpan _total = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Reads a document to its end, or not at all: a broken download starts over with a fresh address.
    /// </summary>
    /// <param name="keyColumn">A column that a real report has; without it the document is a note of Amazon's.</param>
    /// <param name="what">For a person: <c>the report of orders</c>.</param>
    /// <exception cref="ReportFailedException">It is no such report.</exception>
    public async Task<List<T>> ReadAsync<T>(
        ChannelConnection channel,
        string documentId,
        string keyColumn,
        string what,
        Func<ReportRow, T> map,
        IWaitObserver waits,
        CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var document = await reports.GetDocumentAsync(channel, documentId, waits, cancellationToken);
            try
            {
                List<T> rows = [];
                await foreach (var row in RowsAsync(document, keyColumn, cancellationToken))
                {
                    rows.Add(map(row));
                }

                return rows;
            }
            catch (Exception lost) when (
                (RetryHandler.IsTransient(lost) || IsOwnLimit(lost, cancellationToken)) && tries < MaxTries)
            {
                await pauses.SleepAsync(
                    backoff.After(tries),
                    $"The download of {what} broke off; the next try follows",
                    waits,
                    cancellationToken);
            }
            catch (Exception lost) when (
                RetryHandler.IsTransient(lost)
                || IsOwnLimit(lost, cancellationToken)
                || lost is AnswerTooLargeException)
            {
                var call = new SpApiCall { Operation = "reportDocument", Subject = what };
                throw SpApiErrors.From(IsOwnLimit(lost, cancellationToken) ? new TimeoutException() : lost, call);
            }
        }
    }

    /// <summary>A document that is a PDF, whole in memory: it carries personal data and is passed on, never kept.</summary>
    /// <exception cref="ReportFailedException">It is none.</exception>
    public async Task<byte[]> ReadPdfAsync(WireReportDocument document, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_idle, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await OpenAsync(document, both.Token);
            var network = new CountingStream(await response.Content.ReadAsStreamAsync(both.Token));
            await using var bounded = Unpack(document, network);
            using var pdf = new MemoryStream();
            await bounded.CopyToAsync(pdf, both.Token);
            return pdf.GetBuffer().AsSpan().StartsWith("%PDF-"u8)
                ? pdf.ToArray()
                : throw new ReportFailedException("Amazon sent a note instead of the document.");
        }
        catch (Exception lost) when (
            RetryHandler.IsTransient(lost) || IsOwnLimit(lost, cancellationToken) || lost is AnswerTooLargeException)
        {
            var call = new SpApiCall { Operation = "reportDocument", Subject = "a document" };
            throw SpApiErrors.From(IsOwnLimit(lost, cancellationToken) ? new TimeoutException() : lost, call);
        }
    }

    private async Task<HttpResponseMessage> OpenAsync(WireReportDocument document, CancellationToken cancellationToken)
    {
        var response = await clients.CreateClient(ClientName).GetAsync(
            hosts.Require(document.Url), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return response;
        }

        response.Dispose();
        throw new HttpRequestException($"The download was answered with status {(int)response.StatusCode}.");
    }

    private static bool IsOwnLimit(Exception lost, CancellationToken cancellationToken) =>
        lost is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private async IAsyncEnumerable<ReportRow> RowsAsync(
        WireReportDocument document,
        string keyColumn,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(_total, time);
        using var idle = new CancellationTokenSource(_idle, time);
        using var any = CancellationTokenSource.CreateLinkedTokenSource(total.Token, idle.Token, cancellationToken);
        using var response = await OpenAsync(document, any.Token);
        var network = new CountingStream(await response.Content.ReadAsStreamAsync(any.Token));
        await using var bounded = Unpack(document, network);
        Dictionary<string, int>? columns = null;
        var charset = new ReportCharset(response.Content.Headers.ContentType?.CharSet);
        await foreach (var line in ReportLines.ReadAsync(bounded, charset, any.Token))
        {
            idle.CancelAfter(_idle);
            if (columns is null)
            {
                columns = Columns(line);
                if (!columns.ContainsKey(keyColumn))
                {
                    throw new ReportFailedException("Amazon sent a note instead of the report.");
                }
            }
            else if (line.Length > 0)
            {
                yield return new ReportRow(columns, line.Split('\t'));
            }
        }
    }

    private static BoundedStream Unpack(WireReportDocument document, CountingStream network) =>
        document.CompressionAlgorithm switch
        {
            null or "" => new BoundedStream(network, null, MaxSize),
            var algorithm when WireText.Is(algorithm, "GZIP") => new BoundedStream(
                new GZipStream(network, CompressionMode.Decompress), () => network.Total, MaxSize),
            _ => throw new ReportFailedException("The report is packed in an unknown way."),
        };

    private static Dictionary<string, int> Columns(string header)
    {
        Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);
        var names = header.Split('\t');
        for (var index = 0; index < names.Length; index++)
        {
            columns.TryAdd(names[index].Trim(), index);
        }

        return columns;
    }
}

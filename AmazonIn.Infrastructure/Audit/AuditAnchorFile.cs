using System.Globalization;
using System.Text;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Vault;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Audit;

/// <summary>
/// The anchors as lines of a text file in the data directory: when written, sequence, hash, when recorded, separated by
/// blanks. The portal only ever adds to it; let a backup or a log collector carry it off the machine.
/// </summary>
internal sealed class AuditAnchorFile(IOptions<DatabaseOptions> database, TimeProvider time) : IAuditAnchors
{
    public const string FileName = "audit-anchors.log";

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private string FilePath => Path.Combine(database.Value.Directory, FileName);

    public async Task AppendAsync(AuditAnchor anchor, CancellationToken cancellationToken)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{Written(anchor.WrittenAt)} {anchor.Sequence} {anchor.Hash} {Written(anchor.RecordAt)}\n");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                PrivateFiles.Append(FilePath, line);
                return;
            }
            catch (IOException) when (attempt < Attempts)
            {
                // Another portal on the same directory is writing its own line, or a scanner looks at the file.
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw Unusable(exception);
            }
        }
    }

    public async Task<AuditAnchors> ReadAsync(CancellationToken cancellationToken)
    {
        var anchors = new List<AuditAnchor>();
        var unreadable = new List<int>();
        var number = 0;
        foreach (var line in await ReadLinesAsync(cancellationToken))
        {
            number++;
            if (Parse(line) is { } anchor)
            {
                anchors.Add(anchor);
            }
            else
            {
                unreadable.Add(number);
            }
        }

        return new AuditAnchors(anchors, unreadable);
    }

    private static string Written(DateTimeOffset at) =>
        at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static AuditAnchor? Parse(string line) =>
        line.Split(' ') is [var written, var sequence, { Length: AuditRecord.HashLength } hash, var recorded]
        && Read(written) is { } writtenAt
        && Read(recorded) is { } recordAt
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new AuditAnchor(writtenAt, number, hash, recordAt)
            : null;

    private static DateTimeOffset? Read(string text) => DateTimeOffset.TryParseExact(
        text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static StorageUnavailableException Unusable(Exception exception) => new(
        $"The file {FileName} in {DatabaseOptions.DirectoryKey} cannot be used. Check that the portal's account may write "
        + "there and that the disk has room.",
        exception);

    // Opened so that another portal may add a line meanwhile. A line without its end is being written: it is none yet.
    private async Task<IReadOnlyList<string>> ReadLinesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file, Encoding.UTF8);
            var text = await reader.ReadToEndAsync(cancellationToken);
            var end = text.LastIndexOf('\n');
            return end < 0 ? [] : text[..end].Split('\n');
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unusable(exception);
        }
    }
}

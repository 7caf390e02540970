using System.Globalization;
using System.IO.Compression;
using System.Text;
using AmazonIn.Tests.Documents;
using AmazonIn.Tests.TestKit;
using AmazonIn.Tests.TestKit.Databases;
using AmazonIn.Tests.Webhooks;
using Microsoft.Data.Sqlite;

namespace AmazonIn.Tests.EndToEnd;

/// <summary>What a portal stores, answers, logs and sends: each place by name, to be searched as a whole.</summary>
internal sealed class Evidence
{
    private readonly List<(string Place, byte[] Bytes)> _pieces = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IEnumerable<string> Places => _pieces.Select(piece => piece.Place);

    public IReadOnlyList<string> PlacesOf(LeakSearch search) =>
        [.. _pieces.Where(piece => search.Finds(piece.Bytes)).Select(piece => piece.Place).Distinct(StringComparer.Ordinal)];

    public void Add(string place, string text) => Add(place, Encoding.UTF8.GetBytes(text));

    /// <summary>Workbooks are unpacked and documents read, since their texts are compressed.</summary>
    public void Add(string place, byte[] bytes)
    {
        _pieces.Add((place, bytes));
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries)
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                _pieces.Add((place, content.ToArray()));
            }
        }
        else if (bytes.AsSpan().StartsWith("%PDF"u8))
        {
            _pieces.Add((place, Encoding.UTF8.GetBytes(ReadPdf.Of(bytes).Text)));
        }
    }

    /// <summary>Every file below the directory as it lies there.</summary>
    public void AddFiles(string directory)
    {
        foreach (var (name, bytes) in DataFiles.In(directory))
        {
            _pieces.Add(($"file {name}", bytes));
        }
    }

    /// <summary>Every row of every table, as a reader of the databases gets it.</summary>
    public async Task AddTablesAsync(string directory)
    {
        foreach (var file in Directory.EnumerateFiles(directory, "*.db"))
        {
            await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
            await connection.OpenAsync(Cancel);
            foreach (var table in await TablesAsync(connection))
            {
                Add($"table {table}", await RowsAsync(connection, table));
            }
        }
    }

    /// <summary>Each log record, with what structured logging keeps beside the message.</summary>
    public void AddLog(PortalFactory portal)
    {
        foreach (var record in portal.Services.GetFakeLogCollector().GetSnapshot())
        {
            var values = record.StructuredState?.Select(pair => $"{pair.Key}={pair.Value}") ?? [];
            Add($"log {record.Category}", string.Join('\n', [record.Message, $"{record.Exception}", .. values]));
        }
    }

    public void AddCalls(Receiver receiver)
    {
        foreach (var call in receiver.Calls)
        {
            Add("webhook", string.Join('\n', call.Headers.Values));
            Add("webhook", call.Body);
        }
    }

    /// <summary>Every page, file and call that can be got, for the first of everything and for this order.</summary>
    public async Task AddAnswersAsync(PortalFactory portal, HttpClient browser, HttpClient api, long orderId)
    {
        var paths = PortalRoutes.Of(portal)
            .Where(route => !PortalRoutes.IsStatic(route) && PortalRoutes.Methods(route).Contains("GET"))
            .SelectMany(route => new[]
            {
                PortalRoutes.Fill(route), PortalRoutes.Fill(route, orderId.ToString(CultureInfo.InvariantCulture)),
            })
            .Where(path => !path.StartsWith("/_blazor", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var path in paths.Concat(paths.Where(IsTable).Select(path => $"{path}?format=Xlsx")))
        {
            await GetAsync(path.StartsWith("/api/v1", StringComparison.Ordinal) ? api : browser, path);
        }
    }

    public async Task<byte[]> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
        Assert.NotEqual(System.Net.HttpStatusCode.TooManyRequests, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        Add($"{(int)answer.StatusCode} {path}", $"{answer.Headers}{answer.Content.Headers}");
        Add($"{(int)answer.StatusCode} {path}", bytes);
        return bytes;
    }

    private static bool IsTable(string path) => path.EndsWith("/export", StringComparison.Ordinal);

    private static async Task<List<string>> TablesAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var tables = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private static async Task<byte[]> RowsAsync(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        using var rows = new MemoryStream();
        while (await reader.ReadAsync(Cancel))
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                var value = reader.GetValue(column);
                rows.Write(value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!));
                rows.WriteByte((byte)'\n');
            }
        }

        return rows.ToArray();
    }
}

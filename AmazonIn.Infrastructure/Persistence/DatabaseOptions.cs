using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// Where data is kept: <c>Database:*</c>, <c>ConnectionStrings:AmazonIn</c>, <c>ConnectionStrings:Keys</c> and
/// <c>Data:Directory</c>.
/// </summary>
public sealed class DatabaseOptions
{
    public const string ProviderKey = "Database:Provider";
    public const string MaxBatchSizeKey = "Database:MaxBatchSize";
    public const string ConnectionKey = "ConnectionStrings:AmazonIn";
    public const string KeysConnectionKey = "ConnectionStrings:Keys";
    public const string DirectoryKey = "Data:Directory";

    /// <summary>As written; read by <see cref="Kind"/>.</summary>
    public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>As written: statements that EF sends to SQL Server at once.</summary>
    public string? MaxBatchSize { get; set; }

    public string? Connection { get; set; }

    public string? KeysConnection { get; set; }

    /// <summary>Absolute. Holds the SQLite files and the master key file.</summary>
    public string Directory { get; set; } = string.Empty;

    public DatabaseProvider Kind => Enum.Parse<DatabaseProvider>(Provider, ignoreCase: true);

    public int? BatchSize => int.TryParse(MaxBatchSize, out var size) ? size : null;

    /// <summary>The main database, with what was left out filled in. Only after <see cref="Validate"/> found nothing.</summary>
    public string MainConnectionString => Kind == DatabaseProvider.SqlServer
        ? Connection!
        : Sqlite(string.IsNullOrWhiteSpace(Connection) ? "Data Source=amazonin.db" : Connection, Directory);

    /// <summary>
    /// The key database: beside the main one unless told otherwise, as the file <c>keys.db</c> or as a database of the
    /// same server whose name ends in <c>Keys</c>.
    /// </summary>
    public string KeysConnectionString => (Kind, string.IsNullOrWhiteSpace(KeysConnection)) switch
    {
        (DatabaseProvider.SqlServer, false) => KeysConnection!,
        (DatabaseProvider.SqlServer, true) => BesideOnServer(Connection!),
        (DatabaseProvider.Sqlite, false) => Sqlite(KeysConnection!, Directory),
        (DatabaseProvider.Sqlite, true) => Sqlite("Data Source=keys.db", DirectoryOf(MainConnectionString)),
    };

    /// <summary>What is wrong, a line a value, each naming its key; nothing when all is well.</summary>
    public IReadOnlyList<string> Validate()
    {
        if (!Enum.GetNames<DatabaseProvider>().Contains(Provider, StringComparer.OrdinalIgnoreCase))
        {
            return [$"{ProviderKey} must be Sqlite or SqlServer."];
        }

        var problems = new List<string>();
        if (MaxBatchSize is not null && BatchSize is not (>= 1 and <= 1000))
        {
            problems.Add($"{MaxBatchSizeKey} must be a number from 1 to 1000.");
        }

        if (!Path.IsPathFullyQualified(Directory))
        {
            problems.Add($"{DirectoryKey} must be the path of a directory.");
        }

        if (Kind == DatabaseProvider.SqlServer && string.IsNullOrWhiteSpace(Connection))
        {
            problems.Add($"{ConnectionKey} must be a SQL Server connection string, since {ProviderKey} is SqlServer.");
        }

        CheckShape(ConnectionKey, Connection, problems);
        CheckShape(KeysConnectionKey, KeysConnection, problems);
        if (problems.Count == 0 && SamePlace(MainConnectionString, KeysConnectionString))
        {
            problems.Add($"{KeysConnectionKey} must name another database than {ConnectionKey}: a copy of the data "
                + "must not contain the keys that open it.");
        }

        return problems;
    }

    /// <summary>
    /// What is unsafe on the way to the server (security.md D-19): Production encrypts and checks the server's certificate.
    /// Only after <see cref="Validate"/> found nothing.
    /// </summary>
    public IReadOnlyList<string> ValidateTransport(bool production) => !production || Kind == DatabaseProvider.Sqlite
        ? []
        : [.. new[] { (Key: ConnectionKey, Text: MainConnectionString), (Key: KeysConnectionKey, Text: KeysConnectionString) }
            .Where(one => !IsEncrypted(new SqlConnectionStringBuilder(one.Text)))
            .Select(one => $"{one.Key} must encrypt and check the server's certificate in Production: Encrypt=Strict or "
                + "Mandatory, and no TrustServerCertificate.")];

    private static bool IsEncrypted(SqlConnectionStringBuilder connection) =>
        connection.Encrypt != SqlConnectionEncryptOption.Optional && !connection.TrustServerCertificate;

    private static string Sqlite(string connection, string directory)
    {
        var builder = new SqliteConnectionStringBuilder(connection);
        if (!IsInMemory(builder))
        {
            builder.DataSource = Path.GetFullPath(builder.DataSource, directory);
        }

        return builder.ConnectionString;
    }

    private static bool IsInMemory(SqliteConnectionStringBuilder builder) =>
        builder.Mode == SqliteOpenMode.Memory || builder.DataSource is ":memory:";

    private static string DirectoryOf(string connection) =>
        Path.GetDirectoryName(new SqliteConnectionStringBuilder(connection).DataSource) ?? string.Empty;

    private static string BesideOnServer(string connection)
    {
        var builder = new SqlConnectionStringBuilder(connection);
        builder.InitialCatalog += "Keys";
        return builder.ConnectionString;
    }

    // Connection strings hold passwords: the message says which key is wrong, never what it holds.
    private void CheckShape(string key, string? connection, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            return;
        }

        try
        {
            var place = Kind == DatabaseProvider.SqlServer
                ? new SqlConnectionStringBuilder(connection).InitialCatalog
                : new SqliteConnectionStringBuilder(connection).DataSource;
            if (place.Length == 0)
            {
                problems.Add(Kind == DatabaseProvider.SqlServer
                    ? $"{key} must name a database (Database=…)."
                    : $"{key} must name a file (Data Source=…).");
            }
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            problems.Add($"{key} must be a {Kind} connection string.");
        }
    }

    private bool SamePlace(string main, string keys)
    {
        var (first, second) = (new DbConnectionStringBuilder { ConnectionString = main },
            new DbConnectionStringBuilder { ConnectionString = keys });
        if (Kind == DatabaseProvider.Sqlite)
        {
            return string.Equals((string)first["Data Source"], (string)second["Data Source"], StringComparison.Ordinal);
        }

        var (server, other) = (new SqlConnectionStringBuilder(main), new SqlConnectionStringBuilder(keys));
        return string.Equals(server.DataSource, other.DataSource, StringComparison.OrdinalIgnoreCase)
            && string.Equals(server.InitialCatalog, other.InitialCatalog, StringComparison.OrdinalIgnoreCase);
    }
}

using AmazonIn.Infrastructure.Persistence.Bulk;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

/// <summary>
/// The statements of <see cref="SqlServerBulkWriter"/>: pure text, so that it can be parsed without a server. Rows
/// travel into a temporary table and from there, set by set, into their own. No MERGE: it has long had races.
/// </summary>
internal static class SqlServerBulkSql
{
    /// <summary>Position of a row among those sent, so that new ids can be told apart.</summary>
    public const string Ordinal = "BulkOrdinal";

    public static string Staging<T>(BulkTable<T> table)
        where T : class => $"#Bulk{table.Name}";

    public static string CreateStaging<T>(BulkTable<T> table)
        where T : class
    {
        var columns = Staged(table).Select(column =>
            $"    {Quote(column.Name)} {column.StoreType} {(column.IsNullable ? "NULL" : "NOT NULL")}");
        return $"""
            DROP TABLE IF EXISTS {Quote(Staging(table))};
            CREATE TABLE {Quote(Staging(table))} (
                {Quote(Ordinal)} int NOT NULL PRIMARY KEY,
            {string.Join(",\n", columns)});
            """;
    }

    public static string DropStaging<T>(BulkTable<T> table)
        where T : class => $"DROP TABLE {Quote(Staging(table))};";

    /// <summary>
    /// Inserts in the order of the ordinals, in which SQL Server then gives out the ids, and returns those ids; sorted
    /// they match the rows.
    /// </summary>
    public static string Insert<T>(BulkTable<T> table)
        where T : class => $"""
            INSERT INTO {Quote(table.Name)} ({Names(table, withKey: false)})
            OUTPUT inserted.{Quote(table.Key.Name)}
            SELECT {Values(table, withKey: false)} FROM {Quote(Staging(table))} AS s
            ORDER BY s.{Quote(Ordinal)};
            """;

    /// <summary>Changes the rows whose key, and version as read, are still the same.</summary>
    public static string Update<T>(BulkTable<T> table)
        where T : class
    {
        var sets = table.Columns.Select(column => $"t.{Quote(column.Name)} = s.{Quote(column.Name)}").ToList();
        var on = $"t.{Quote(table.Key.Name)} = s.{Quote(table.Key.Name)}";
        if (table.Version is { } version)
        {
            sets.Add($"t.{Quote(version.Name)} = t.{Quote(version.Name)} + 1");
            on += $" AND t.{Quote(version.Name)} = s.{Quote(version.Name)}";
        }

        return $"""
            UPDATE t SET {string.Join(", ", sets)}
            FROM {Quote(table.Name)} AS t INNER JOIN {Quote(Staging(table))} AS s ON {on};
            """;
    }

    /// <summary>Changes what exists, then adds what does not.</summary>
    public static string Upsert<T>(BulkTable<T> table)
        where T : class
    {
        var key = Quote(table.Key.Name);
        var sets = table.Columns.Select(column => $"t.{Quote(column.Name)} = s.{Quote(column.Name)}").ToList();
        if (table.Version is { } version)
        {
            sets.Add($"t.{Quote(version.Name)} = t.{Quote(version.Name)} + 1");
        }

        return $"""
            UPDATE t SET {string.Join(", ", sets)}
            FROM {Quote(table.Name)} AS t INNER JOIN {Quote(Staging(table))} AS s ON t.{key} = s.{key};
            INSERT INTO {Quote(table.Name)} ({Names(table, withKey: true)})
            SELECT {Values(table, withKey: true)} FROM {Quote(Staging(table))} AS s
            WHERE NOT EXISTS (
                SELECT 1 FROM {Quote(table.Name)} AS t WITH (UPDLOCK, HOLDLOCK) WHERE t.{key} = s.{key});
            """;
    }

    /// <summary>What a row brings along, ordinal aside: all columns, the key, and the version.</summary>
    public static IReadOnlyList<BulkColumn<T>> Staged<T>(BulkTable<T> table)
        where T : class => table.Version is { } version
            ? [.. table.Columns, table.Key, version]
            : [.. table.Columns, table.Key];

    private static string Names<T>(BulkTable<T> table, bool withKey)
        where T : class
    {
        var names = table.Columns.Select(column => Quote(column.Name)).ToList();
        AddKeyAndVersion(table, withKey, names, Quote(table.Key.Name), Quote(table.Version?.Name ?? string.Empty));
        return string.Join(", ", names);
    }

    private static string Values<T>(BulkTable<T> table, bool withKey)
        where T : class
    {
        var values = table.Columns.Select(column => $"s.{Quote(column.Name)}").ToList();
        AddKeyAndVersion(table, withKey, values, $"s.{Quote(table.Key.Name)}", "1");
        return string.Join(", ", values);
    }

    private static void AddKeyAndVersion<T>(
        BulkTable<T> table, bool withKey, List<string> list, string key, string version)
        where T : class
    {
        if (withKey)
        {
            list.Add(key);
        }

        if (table.Version is not null)
        {
            list.Add(version);
        }
    }

    private static string Quote(string name) => $"[{name}]";
}

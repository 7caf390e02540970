using AmazonIn.Infrastructure.Persistence.Bulk;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>The statements of <see cref="SqliteBulkWriter"/>, one a row. Parameters are numbered from 1.</summary>
internal static class SqliteBulkSql
{
    /// <summary>Parameters: the columns, then the key where the database does not make it.</summary>
    public static string Insert<T>(BulkTable<T> table)
        where T : class => Insertion(table, withKey: !table.HasGeneratedKey);

    /// <summary>Parameters: the columns, the key, then the version as read, where there is one.</summary>
    public static string Update<T>(BulkTable<T> table)
        where T : class
    {
        var sets = table.Columns.Select((column, index) => $"{Quote(column.Name)} = ?{index + 1}").ToList();
        var where = $"{Quote(table.Key.Name)} = ?{table.Columns.Count + 1}";
        if (table.Version is { } version)
        {
            sets.Add($"{Quote(version.Name)} = {Quote(version.Name)} + 1");
            where += $" AND {Quote(version.Name)} = ?{table.Columns.Count + 2}";
        }

        return $"UPDATE {Quote(table.Name)} SET {string.Join(", ", sets)} WHERE {where}";
    }

    /// <summary>Parameters: the columns, then the key.</summary>
    public static string Upsert<T>(BulkTable<T> table)
        where T : class
    {
        var sets = table.Columns.Select(column => $"{Quote(column.Name)} = excluded.{Quote(column.Name)}").ToList();
        if (table.Version is { } version)
        {
            sets.Add($"{Quote(version.Name)} = {Quote(table.Name)}.{Quote(version.Name)} + 1");
        }

        return $"{Insertion(table, withKey: true)} ON CONFLICT ({Quote(table.Key.Name)}) "
            + $"DO UPDATE SET {string.Join(", ", sets)}";
    }

    private static string Insertion<T>(BulkTable<T> table, bool withKey)
        where T : class
    {
        var names = table.Columns.Select(column => Quote(column.Name)).ToList();
        var values = table.Columns.Select((_, index) => $"?{index + 1}").ToList();
        if (withKey)
        {
            names.Add(Quote(table.Key.Name));
            values.Add($"?{names.Count}");
        }

        if (table.Version is { } version)
        {
            names.Add(Quote(version.Name));
            values.Add("1");
        }

        return $"INSERT INTO {Quote(table.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
    }

    private static string Quote(string name) => $"\"{name}\"";
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace AmazonIn.Benchmarks;

/// <summary>The yardstick: rows that an import wrote, written again with one prepared statement a table.</summary>
internal static class PreparedStatements
{
    private static readonly string[] Tables =
        ["Customers", "SalesOrders", "OrderLines", "OrderComments", "SealedContacts", "SyncEntries"];

    /// <summary>Copies the tables' rows into a fresh database with the same tables and indexes.</summary>
    /// <returns>How many rows.</returns>
    public static int Write(string directory, out TimeSpan elapsed)
    {
        var source = Directory.EnumerateFiles(directory, "*.db").Single(file => !file.EndsWith("keys.db", StringComparison.Ordinal));
        var target = Path.Combine(directory, "yardstick.db");
        using var from = Open(source);
        using var to = Open(target);
        Execute(to, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA secure_delete=ON; PRAGMA foreign_keys=OFF;");
        foreach (var table in Tables)
        {
            CopySchema(from, to, table);
        }

        var rows = Tables.ToDictionary(table => table, table => Read(from, table), StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        using (var transaction = to.BeginTransaction())
        {
            foreach (var (table, values) in rows)
            {
                Insert(to, transaction, table, values);
            }

            transaction.Commit();
        }

        elapsed = clock.Elapsed;
        return rows.Values.Sum(values => values.Count);
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void CopySchema(SqliteConnection from, SqliteConnection to, string table)
    {
        using var command = from.CreateCommand();
        command.CommandText = "SELECT sql FROM sqlite_master WHERE tbl_name = $table AND sql IS NOT NULL ORDER BY type DESC";
        command.Parameters.AddWithValue("$table", table);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            Execute(to, reader.GetString(0));
        }
    }

    private static List<object[]> Read(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The table names are constants of this class.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            rows.Add(values);
        }

        return rows;
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, string table, List<object[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var names = Enumerable.Range(0, rows[0].Length)
            .Select(index => string.Create(CultureInfo.InvariantCulture, $"$p{index}"))
            .ToList();
#pragma warning disable CA2100 // The table names are constants of this class.
        command.CommandText = $"INSERT INTO \"{table}\" VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        var parameters = names.ConvertAll(name => command.Parameters.AddWithValue(name, DBNull.Value));
        command.Prepare();
        foreach (var row in rows)
        {
            for (var index = 0; index < row.Length; index++)
            {
                parameters[index].Value = row[index];
            }

            command.ExecuteNonQuery();
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from the database's own schema or this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

using System.Globalization;
using AmazonIn.Infrastructure.Vault;
using Microsoft.Data.Sqlite;

namespace AmazonIn.Infrastructure.Backups;

/// <summary>
/// A SQLite file of our own for a short while. Only the portal's account may read it, and it is overwritten before it is
/// deleted.
/// </summary>
internal sealed class SqliteCopy : IDisposable
{
    private const string Prefix = "copy-";
    private const string Suffix = ".tmp";

    private SqliteCopy(string directory) => FilePath = Path.Combine(directory, $"{Prefix}{Guid.NewGuid():N}{Suffix}");

    public string FilePath { get; }

    /// <summary>An empty file to be filled.</summary>
    public static SqliteCopy Empty(string directory)
    {
        var copy = new SqliteCopy(directory);
        PrivateFiles.Touch(copy.FilePath);
        return copy;
    }

    /// <summary>The database as it is at one moment, while others go on writing.</summary>
    public static SqliteCopy Of(string connection, string directory)
    {
        var copy = Empty(directory);
        using var source = new SqliteConnection(
            new SqliteConnectionStringBuilder(connection) { Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        source.Open();
        using var command = source.CreateCommand();
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", copy.FilePath);
        command.ExecuteNonQuery();
        return copy;
    }

    /// <summary>Overwrites and deletes what processes left behind that were killed.</summary>
    public static void ClearLeftovers(string directory)
    {
        foreach (var left in Directory.EnumerateFiles(directory, $"{Prefix}*{Suffix}*"))
        {
            PrivateFiles.Shred(left);
        }
    }

    /// <exception cref="BackupUnusableException">SQLite finds it damaged.</exception>
    public void CheckIntegrity(string name)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        try
        {
            if (command.ExecuteScalar() is "ok")
            {
                return;
            }
        }
        catch (SqliteException exception)
        {
            throw new BackupUnusableException($"The database in {name} is damaged.", exception);
        }

        throw new BackupUnusableException($"The database in {name} is damaged.");
    }

    /// <summary>The number of rows of every table.</summary>
    public Dictionary<string, long> CountRows()
    {
        using var connection = Open();
        return List(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
            .ToDictionary(table => table, table => Count(connection, table), StringComparer.Ordinal);
    }

    /// <summary>The migrations that made it.</summary>
    public List<string> Migrations()
    {
        using var connection = Open();
        return List(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"");
    }

    public void Dispose()
    {
        // A restore moves it to where it belongs.
        if (File.Exists(FilePath))
        {
            PrivateFiles.Shred(FilePath);
        }
    }

    private static List<string> List(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    // The name comes from the database itself.
    private static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = FilePath,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        return connection;
    }
}

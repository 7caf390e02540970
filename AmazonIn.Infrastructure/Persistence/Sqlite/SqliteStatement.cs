using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A prepared statement that is run again and again with new values. Goes past SqliteCommand, which looks up every
/// parameter by name at every run; values are written in the same formats as SqliteCommand's.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <param name="position">From 1.</param>
    public void Bind(int position, object? value) => Check(value switch
    {
        null => raw.sqlite3_bind_null(_statement, position),
        string text => raw.sqlite3_bind_text(_statement, position, text),
        long number => raw.sqlite3_bind_int64(_statement, position, number),
        int number => raw.sqlite3_bind_int64(_statement, position, number),
        bool truth => raw.sqlite3_bind_int64(_statement, position, truth ? 1 : 0),
        decimal amount => raw.sqlite3_bind_text(
            _statement, position, amount.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        DateTime instant => raw.sqlite3_bind_text(
            _statement, position, instant.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, position, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, position, bytes),
        double number => raw.sqlite3_bind_double(_statement, position, number),
        Guid id => raw.sqlite3_bind_text(_statement, position, id.ToString().ToUpperInvariant()),
        _ => throw new NotSupportedException($"Values of type {value.GetType()} are not stored."),
    });

    /// <summary>Runs the statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        Step(raw.SQLITE_DONE);
        var changed = raw.sqlite3_changes(_database);
        raw.sqlite3_reset(_statement);
        return changed;
    }

    /// <summary>Runs a statement that returns one number.</summary>
    public long RunForNumber()
    {
        Step(raw.SQLITE_ROW);
        var number = raw.sqlite3_column_int64(_statement, 0);
        Step(raw.SQLITE_DONE);
        raw.sqlite3_reset(_statement);
        return number;
    }

    public void Dispose() => _statement.Dispose();

    private void Step(int expected)
    {
        var result = raw.sqlite3_step(_statement);
        if (result != expected)
        {
            // The message belongs to the connection's last error, so it is taken before the reset clears it.
            try
            {
                SqliteException.ThrowExceptionForRC(result, _database);
            }
            finally
            {
                raw.sqlite3_reset(_statement);
            }
        }
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}

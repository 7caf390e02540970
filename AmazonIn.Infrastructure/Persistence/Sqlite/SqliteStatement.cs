using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>
/// A prepared statement that is run again and again with new values. Goes past SqliteCommand, which looks up every
/// parameter by name at every run; values are written in the same formats as SqliteCommand's.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const int OnStack = 512;

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
        string text => Bind(position, text),
        long number => raw.sqlite3_bind_int64(_statement, position, number),
        int number => raw.sqlite3_bind_int64(_statement, position, number),
        bool truth => raw.sqlite3_bind_int64(_statement, position, truth ? 1 : 0),
        decimal amount => Bind(position, amount),
        DateTime instant => Bind(position, instant),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, position, 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, position, bytes),
        double number => raw.sqlite3_bind_double(_statement, position, number),
        Guid id => Bind(position, id.ToString().ToUpperInvariant()),
        _ => throw new NotSupportedException($"Values of type {value.GetType()} are not stored."),
    });

    /// <summary>Runs the statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Run()
    {
        Step();
        var changed = raw.sqlite3_changes(_database);
        raw.sqlite3_reset(_statement);
        return changed;
    }

    /// <summary>Runs an insert.</summary>
    /// <returns>The new row's id. RETURNING would tell it too, but copies every row to do so.</returns>
    public long RunForId()
    {
        Run();
        return raw.sqlite3_last_insert_rowid(_database);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int position, string text)
    {
        Span<byte> utf8 = stackalloc byte[OnStack];
        return Encoding.UTF8.TryGetBytes(text, utf8, out var length)
            ? raw.sqlite3_bind_text(_statement, position, utf8[..length])
            : raw.sqlite3_bind_text(_statement, position, text);
    }

    private int Bind(int position, decimal amount)
    {
        Span<byte> utf8 = stackalloc byte[SqliteText.MaxLength];
        return raw.sqlite3_bind_text(_statement, position, utf8[..SqliteText.Write(amount, utf8)]);
    }

    private int Bind(int position, DateTime instant)
    {
        Span<byte> utf8 = stackalloc byte[SqliteText.MaxLength];
        return raw.sqlite3_bind_text(_statement, position, utf8[..SqliteText.Write(instant, utf8)]);
    }

    private void Step()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_DONE)
        {
            return;
        }

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

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}

using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Runs one prepared statement a row. SQLite lives in this process, so a row costs no round trip; it also has no
/// asynchronous work to wait for.
/// </summary>
internal sealed class SqliteBulkWriter : IBulkWriter
{
    public Task<IReadOnlyList<long>> InsertAsync<T>(
        DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var ids = new long[rows.Count];
        ForEach<T>(context, rows, SqliteBulkSql.Insert, (table, statement, index) =>
        {
            BindColumns(table, statement, rows[index]);
            ids[index] = statement.RunForId();
        }, cancellationToken);
        return Task.FromResult<IReadOnlyList<long>>(ids);
    }

    public Task AppendAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        ForEach<T>(context, rows, SqliteBulkSql.Insert, (table, statement, index) =>
        {
            BindColumns(table, statement, rows[index]);
            if (!table.HasGeneratedKey)
            {
                statement.Bind(table.Columns.Count + 1, table.Key.Read(rows[index]));
            }

            statement.Run();
        }, cancellationToken);
        return Task.CompletedTask;
    }

    public Task UpdateAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        ForEach<T>(context, rows, SqliteBulkSql.Update, (table, statement, index) =>
        {
            BindColumns(table, statement, rows[index]);
            statement.Bind(table.Columns.Count + 1, table.Key.Read(rows[index]));
            if (table.Version is { } version)
            {
                statement.Bind(table.Columns.Count + 2, version.Read(rows[index]));
            }

            if (statement.Run() != 1)
            {
                throw new ConcurrentChangeException();
            }
        }, cancellationToken);
        return Task.CompletedTask;
    }

    public Task UpsertAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        ForEach<T>(context, rows, SqliteBulkSql.Upsert, (table, statement, index) =>
        {
            BindColumns(table, statement, rows[index]);
            statement.Bind(table.Columns.Count + 1, table.Key.Read(rows[index]));
            statement.Run();
        }, cancellationToken);
        return Task.CompletedTask;
    }

    private static void ForEach<T>(
        DbContext context,
        IReadOnlyList<T> rows,
        Func<BulkTable<T>, string> sql,
        Action<BulkTable<T>, SqliteStatement, int> write,
        CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var table = BulkTable<T>.For(context);
        using var statement = new SqliteStatement((SqliteConnection)context.Database.GetDbConnection(), sql(table));
        for (var index = 0; index < rows.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            write(table, statement, index);
        }
    }

    private static void BindColumns<T>(BulkTable<T> table, SqliteStatement statement, T row)
        where T : class
    {
        for (var position = 0; position < table.Columns.Count; position++)
        {
            statement.Bind(position + 1, table.Columns[position].Read(row));
        }
    }
}

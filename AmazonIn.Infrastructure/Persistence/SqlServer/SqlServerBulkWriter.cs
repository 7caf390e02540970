using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Bulk;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AmazonIn.Infrastructure.Persistence.SqlServer;

/// <summary>Streams rows with SqlBulkCopy, so that a page costs a handful of round trips whatever its size.</summary>
internal sealed class SqlServerBulkWriter : IBulkWriter
{
    public async Task<IReadOnlyList<long>> InsertAsync<T>(
        DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var table = BulkTable<T>.For(context);
        await StageAsync(context, table, rows, cancellationToken);
        var ids = new List<long>(rows.Count);
        await using (var insert = Command(context, SqlServerBulkSql.Insert(table)))
        await using (var reader = await insert.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetInt64(0));
            }
        }

        await RunAsync(context, SqlServerBulkSql.DropStaging(table), cancellationToken);
        ids.Sort();
        return ids;
    }

    public async Task AppendAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var table = BulkTable<T>.For(context);
        if (table is { HasGeneratedKey: true, Version: not null })
        {
            // The first version is set by the statement of the staged insert.
            await InsertAsync(context, rows, cancellationToken);
        }
        else if (rows.Count > 0)
        {
            IEnumerable<BulkColumn<T>> columns = table.HasGeneratedKey ? table.Columns : [.. table.Columns, table.Key];
            await CopyAsync(context, table.Name, new BulkReader<T>(rows, [.. columns], ordinal: null), cancellationToken);
        }
    }

    public async Task UpdateAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count > 0)
        {
            var table = BulkTable<T>.For(context);
            await StageAsync(context, table, rows, cancellationToken);
            var changed = await RunAsync(context, SqlServerBulkSql.Update(table), cancellationToken);
            await RunAsync(context, SqlServerBulkSql.DropStaging(table), cancellationToken);
            if (changed != rows.Count)
            {
                throw new ConcurrentChangeException();
            }
        }
    }

    public async Task UpsertAsync<T>(DbContext context, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count > 0)
        {
            var table = BulkTable<T>.For(context);
            await StageAsync(context, table, rows, cancellationToken);
            await RunAsync(context, SqlServerBulkSql.Upsert(table), cancellationToken);
            await RunAsync(context, SqlServerBulkSql.DropStaging(table), cancellationToken);
        }
    }

    private static async Task StageAsync<T>(
        DbContext context, BulkTable<T> table, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        await RunAsync(context, SqlServerBulkSql.CreateStaging(table), cancellationToken);
        var reader = new BulkReader<T>(rows, SqlServerBulkSql.Staged(table), SqlServerBulkSql.Ordinal);
        await CopyAsync(context, SqlServerBulkSql.Staging(table), reader, cancellationToken);
    }

    private static async Task CopyAsync<T>(
        DbContext context, string target, BulkReader<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        using var copy = new SqlBulkCopy(
            (SqlConnection)context.Database.GetDbConnection(),
            SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction())
        {
            DestinationTableName = $"[{target}]",
        };
        for (var column = 0; column < rows.FieldCount; column++)
        {
            copy.ColumnMappings.Add(rows.GetName(column), rows.GetName(column));
        }

        await using (rows)
        {
            await copy.WriteToServerAsync(rows, cancellationToken);
        }
    }

    private static async Task<int> RunAsync(DbContext context, string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(context, sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Without parameters, so that it runs as a batch of the session and its temporary table outlives it.
    private static SqlCommand Command(DbContext context, string sql) => new(
        sql,
        (SqlConnection)context.Database.GetDbConnection(),
        (SqlTransaction?)context.Database.CurrentTransaction?.GetDbTransaction());
}

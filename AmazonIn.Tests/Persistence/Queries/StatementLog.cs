using System.Collections.Concurrent;
using System.Data.Common;
using System.Text;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>Opens a test's database and notes the statements that it is sent through here.</summary>
internal sealed class StatementLog : DbCommandInterceptor, IDbContextFactory<PortalDbContext>
{
    private readonly Func<PortalDbContext> _open;
    private readonly ConcurrentQueue<(string Text, SqliteParameter[] Parameters)> _statements = new();

    public StatementLog(TestDatabase database)
    {
        using var context = database.Open();
        _open = context.GetService<IDbContextOptions>() switch
        {
            DbContextOptions<SqlitePortalDbContext> options => () => new SqlitePortalDbContext(With(options)),
            DbContextOptions<SqlServerPortalDbContext> options => () => new SqlServerPortalDbContext(With(options)),
            var other => throw new InvalidOperationException($"{other.GetType()} is no provider's."),
        };
    }

    public Storage<PortalDbContext> Storage => new(this);

    /// <summary>How many statements were sent since the last call.</summary>
    public int Taken()
    {
        var count = _statements.Count;
        _statements.Clear();
        return count;
    }

    /// <summary>How SQLite goes about each statement that was sent since the last call.</summary>
    public async Task<string> PlansAsync(CancellationToken cancellationToken)
    {
        var plans = new StringBuilder();
        await using var context = _open();
        await context.Database.OpenConnectionAsync(cancellationToken);
        while (_statements.TryDequeue(out var statement))
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The statement is EF's own.
            command.CommandText = $"EXPLAIN QUERY PLAN {statement.Text}";
#pragma warning restore CA2100
            command.Parameters.AddRange(statement.Parameters);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                plans.AppendLine(rows.GetString(3));
            }
        }

        return plans.ToString();
    }

    public PortalDbContext CreateDbContext() => _open();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        var parameters = command.Parameters.OfType<SqliteParameter>()
            .Select(parameter => new SqliteParameter(parameter.ParameterName, parameter.Value))
            .ToArray();
        _statements.Enqueue((command.CommandText, parameters));
        return ValueTask.FromResult(result);
    }

    private DbContextOptions<T> With<T>(DbContextOptions<T> options)
        where T : DbContext => new DbContextOptionsBuilder<T>(options).AddInterceptors(this).Options;
}

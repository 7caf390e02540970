using System.Collections.Concurrent;
using System.Data.Common;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>
/// Stands in for a SQL Server where there is none: takes down each statement that EF writes for it and answers with one
/// row, so that what depends on a row is asked for too. Says nothing about results.
/// </summary>
internal sealed class SilentSqlServer : IDbContextFactory<PortalDbContext>
{
    private readonly DbContextOptions<SqlServerPortalDbContext> _options;
    private readonly ConcurrentQueue<SqlStatement> _statements = new();

    public SilentSqlServer() => _options = new DbContextOptionsBuilder<SqlServerPortalDbContext>()
        .UseSqlServer("Server=nowhere;Database=nothing")
        .UseApplicationServiceProvider(DesignTimeServices.Instance)
        .AddInterceptors(new NoConnection(), new Notes(_statements))
        .Options;

    public Storage<PortalDbContext> Storage => new(this);

    /// <summary>What was sent so far.</summary>
    public IReadOnlyCollection<SqlStatement> Statements => _statements;

    public PortalDbContext CreateDbContext() => new SqlServerPortalDbContext(_options);

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection,
            ConnectionEventData eventData,
            InterceptionResult result,
            CancellationToken cancellationToken = default) => ValueTask.FromResult(InterceptionResult.Suppress());
    }

    private sealed class Notes(ConcurrentQueue<SqlStatement> statements) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(
                InterceptionResult<DbDataReader>.SuppressWithResult(new OneRowReader(command.CommandText)));
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default)
        {
            Note(command);
            return ValueTask.FromResult(InterceptionResult<int>.SuppressWithResult(0));
        }

        private void Note(DbCommand command)
        {
            var parameters = command.Parameters.Cast<SqlParameter>().Select(SqlStatement.Declare).ToList();
            statements.Enqueue(new SqlStatement(command.CommandText, parameters));
        }
    }
}

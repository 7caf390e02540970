using System.Data.Common;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>Opens a test's database and counts the statements that it is sent through here.</summary>
internal sealed class CommandCounter : DbCommandInterceptor, IDbContextFactory<PortalDbContext>
{
    private readonly Func<PortalDbContext> _open;
    private int _count;

    public CommandCounter(TestDatabase database)
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

    /// <summary>Statements since the last call.</summary>
    public int Taken() => Interlocked.Exchange(ref _count, 0);

    public PortalDbContext CreateDbContext() => _open();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _count);
        return ValueTask.FromResult(result);
    }

    private DbContextOptions<T> With<T>(DbContextOptions<T> options)
        where T : DbContext => new DbContextOptionsBuilder<T>(options).AddInterceptors(this).Options;
}

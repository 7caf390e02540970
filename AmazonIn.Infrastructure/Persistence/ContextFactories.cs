using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Makes the context factories of the configured provider.</summary>
internal static class ContextFactories
{
    public static IDbContextFactory<PortalDbContext> Portal(DatabaseOptions database, IServiceProvider services)
    {
        var connection = database.MainConnectionString;
        return database.Kind == DatabaseProvider.Sqlite
            ? Pool<PortalDbContext, SqlitePortalDbContext>(database, connection, services, durable: false)
            : Pool<PortalDbContext, SqlServerPortalDbContext>(database, connection, services, durable: false);
    }

    /// <summary>Keys are committed for good before anything encrypted with them is, hence durable.</summary>
    public static IDbContextFactory<KeyDbContext> Keys(DatabaseOptions database, IServiceProvider services)
    {
        var connection = database.KeysConnectionString;
        return database.Kind == DatabaseProvider.Sqlite
            ? Pool<KeyDbContext, SqliteKeyDbContext>(database, connection, services, durable: true)
            : Pool<KeyDbContext, SqlServerKeyDbContext>(database, connection, services, durable: true);
    }

    private static PooledContexts<TContext, TProvider> Pool<TContext, TProvider>(
        DatabaseOptions database, string connection, IServiceProvider services, bool durable)
        where TContext : DbContext
        where TProvider : TContext =>
        new(new PooledDbContextFactory<TProvider>(
            ContextOptions.For<TProvider>(database, connection, services, durable)));
}

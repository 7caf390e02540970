using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using Microsoft.Data.Sqlite;
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

    /// <summary>
    /// The same database by connections whose commits wait for the disk: an act must not outlive its record when the
    /// power fails (security.md C-24). On SQLite such connections need a pool of their own, which the time-out makes.
    /// </summary>
    public static IDbContextFactory<PortalDbContext> Audit(DatabaseOptions database, IServiceProvider services)
    {
        var connection = database.MainConnectionString;
        return database.Kind == DatabaseProvider.Sqlite
            ? Pool<PortalDbContext, SqlitePortalDbContext>(database, Durable(connection), services, durable: true)
            : Pool<PortalDbContext, SqlServerPortalDbContext>(database, connection, services, durable: true);
    }

    /// <summary>Keys are committed for good before anything encrypted with them is, hence durable.</summary>
    public static IDbContextFactory<KeyDbContext> Keys(DatabaseOptions database, IServiceProvider services)
    {
        var connection = database.KeysConnectionString;
        return database.Kind == DatabaseProvider.Sqlite
            ? Pool<KeyDbContext, SqliteKeyDbContext>(database, connection, services, durable: true)
            : Pool<KeyDbContext, SqlServerKeyDbContext>(database, connection, services, durable: true);
    }

    /// <summary>Closes the idle connections to SQLite's files, so that other files can take their place.</summary>
    public static void CloseIdle(DatabaseOptions database)
    {
        foreach (var text in new[] { database.MainConnectionString, Durable(database.MainConnectionString), database.KeysConnectionString })
        {
            using var connection = new SqliteConnection(text);
            SqliteConnection.ClearPool(connection);
        }
    }

    // Pools are told apart by the text of the connection string. The time-out is in seconds.
    private static string Durable(string connection)
    {
        var builder = new SqliteConnectionStringBuilder(connection);
        builder.DefaultTimeout++;
        return builder.ConnectionString;
    }

    private static PooledContexts<TContext, TProvider> Pool<TContext, TProvider>(
        DatabaseOptions database, string connection, IServiceProvider services, bool durable)
        where TContext : DbContext
        where TProvider : TContext =>
        new(new PooledDbContextFactory<TProvider>(
            ContextOptions.For<TProvider>(database, connection, services, durable)));
}

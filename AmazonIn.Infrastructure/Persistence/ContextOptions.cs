using AmazonIn.Infrastructure.Persistence.Interceptors;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>How contexts are set up: the same in the portal, in tools and in tests.</summary>
internal static class ContextOptions
{
    private static readonly VersionInterceptor Versions = new();
    private static readonly AppendOnlyInterceptor AppendOnly = new();
    private static readonly PragmaInterceptor Pragmas = new(durable: false);
    private static readonly PragmaInterceptor DurablePragmas = new(durable: true);

    /// <param name="services">Identity reads its schema version from them, and EF its loggers.</param>
    /// <param name="durable">Whether every commit waits for the disk; SQL Server's always do.</param>
    public static DbContextOptions<TContext> For<TContext>(
        DatabaseOptions database, string connection, IServiceProvider services, bool durable)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        builder.UseApplicationServiceProvider(services).AddInterceptors(Versions, AppendOnly);
        if (database.Kind == DatabaseProvider.Sqlite)
        {
            // One JSON parameter a list, so that the text of a statement does not change with the list's length.
            builder
                .UseSqlite(connection, sqlite => sqlite
                    .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(durable ? DurablePragmas : Pragmas);
        }
        else
        {
            builder.UseSqlServer(connection, server =>
            {
                server.EnableRetryOnFailure();
                if (database.BatchSize is { } size)
                {
                    server.MaxBatchSize(size);
                }
            });
        }

        return builder.Options;
    }
}

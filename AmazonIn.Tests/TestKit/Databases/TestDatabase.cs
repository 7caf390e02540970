using AmazonIn.Infrastructure;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>
/// A database of a test's own, with the portal's own registrations over it, migrated. Dropped afterwards.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeTemplateAsync);

    private readonly string? _server;
    private readonly string? _connection;
    private readonly string _name;
    private readonly ServiceProvider _services;

    private TestDatabase(
        DatabaseProvider provider,
        string directory,
        string? server,
        string name,
        TimeProvider time,
        Action<HostApplicationBuilder>? compose)
    {
        Directory = directory;
        _server = server;
        _name = name;
        Provider = provider;
        _connection = server is null ? null : SqlServerEngine.WithDatabase(server, name);
        _services = Services(provider, directory, _connection, time, compose);
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 20, 6, 30, 0, TimeSpan.Zero);

    public DatabaseProvider Provider { get; }

    /// <summary>Where SQLite's files and the master key are.</summary>
    public string Directory { get; }

    /// <param name="time">A fake clock at <see cref="Start"/> where none is given.</param>
    /// <param name="compose">Adds to, or replaces among, the portal's registrations.</param>
    public static async Task<TestDatabase> CreateAsync(
        DatabaseProvider provider, TimeProvider? time = null, Action<HostApplicationBuilder>? compose = null)
    {
        var name = $"AmazonIn_{Guid.NewGuid():N}";
        var directory = System.IO.Directory.CreateTempSubdirectory("amazonin-test-").FullName;
        time ??= new FakeTimeProvider(Start);
        if (provider == DatabaseProvider.Sqlite)
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(await SqliteTemplate.Value))
            {
                File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
            }

            return new TestDatabase(provider, directory, null, name, time, compose);
        }

        var (server, missing) = await SqlServerEngine.GetAsync();
        if (server is null)
        {
            System.IO.Directory.Delete(directory, recursive: true);
            Assert.SkipUnless(Environment.GetEnvironmentVariable("AMAZONIN_REQUIRE_DOCKER") == "1", missing!);
            Assert.Fail(missing!);
        }

        await SqlServerEngine.RunAsync(server, $"CREATE DATABASE [{name}]");
        await SqlServerEngine.RunAsync(server, $"CREATE DATABASE [{name}Keys]");
        var database = new TestDatabase(provider, directory, server, name, time, compose);
        await database._services.PrepareDatabaseAsync(TestContext.Current.CancellationToken);
        return database;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The same database as another portal instance sees it.</summary>
    public ServiceProvider AnotherInstance(TimeProvider? time = null) =>
        Services(Provider, Directory, _connection, time ?? Get<TimeProvider>());

    /// <summary>An instance over another directory or file, not prepared. SQLite only.</summary>
    public ServiceProvider InstanceIn(string directory, string? connection = null) =>
        Services(DatabaseProvider.Sqlite, directory, connection, TimeProvider.System);

    public PortalDbContext Open() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    public KeyDbContext OpenKeys() => Get<IDbContextFactory<KeyDbContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
        {
            await using var data = Open();
            await using var keys = OpenKeys();
            ClearPool(data);
            ClearPool(keys);
        }

        await _services.DisposeAsync();
        if (_server is not null)
        {
            foreach (var database in new[] { _name, $"{_name}Keys" })
            {
                await SqlServerEngine.RunAsync(
                    _server,
                    $"ALTER DATABASE [{database}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{database}]");
            }
        }

        System.IO.Directory.Delete(Directory, recursive: true);
    }

    // Only this database's connections: another test may have settings on its own.
    private static void ClearPool(DbContext context)
    {
        using var connection = new SqliteConnection(context.Database.GetConnectionString());
        SqliteConnection.ClearPool(connection);
    }

    private static ServiceProvider Services(
        DatabaseProvider provider,
        string directory,
        string? connection,
        TimeProvider time,
        Action<HostApplicationBuilder>? compose = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            EnvironmentName = Environments.Development,
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [DatabaseOptions.ProviderKey] = provider.ToString(),
            [DatabaseOptions.DirectoryKey] = directory,
            [DatabaseOptions.ConnectionKey] = connection,
        });
        builder.Services.AddSingleton(time);
        builder.Services.AddLogging();
        builder.AddAmazonInInfrastructure();
        compose?.Invoke(builder);
        return builder.Services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    // Migrating takes longer than most tests, so it is done once and copied.
    private static async Task<string> MakeTemplateAsync()
    {
        var directory = System.IO.Directory.CreateTempSubdirectory("amazonin-template-").FullName;
        await using (var services = Services(DatabaseProvider.Sqlite, directory, null, TimeProvider.System))
        {
            await services.PrepareDatabaseAsync(CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(directory, recursive: true);
        return directory;
    }
}

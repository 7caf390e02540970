using AmazonIn.Infrastructure;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmazonIn.Tests.Persistence;

public sealed class DatabaseOptionsTests
{
    [Fact]
    [Trait("Row", "A2")]
    public void Without_configuration_the_files_are_in_the_data_directory()
    {
        var options = Options();
        var data = Path.Combine(AppContext.BaseDirectory, "data");

        Assert.Empty(options.Validate());
        Assert.Equal(DatabaseProvider.Sqlite, options.Kind);
        Assert.Equal(data, options.Directory);
        Assert.Contains(Path.Combine(data, "amazonin.db"), options.MainConnectionString, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(data, "keys.db"), options.KeysConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_are_beside_the_main_file_wherever_that_is()
    {
        var options = Options(("ConnectionStrings:AmazonIn", "Data Source=/srv/shop/main.db"));

        Assert.Contains("/srv/shop/keys.db", options.KeysConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Row", "A3")]
    public void On_a_server_the_keys_have_a_database_of_their_own()
    {
        var options = Options(
            ("Database:Provider", "sqlserver"), ("ConnectionStrings:AmazonIn", "Server=db;Database=Shop;User Id=u;Password=p"));

        Assert.Empty(options.Validate());
        Assert.Contains("Initial Catalog=ShopKeys", options.KeysConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:Provider must be Sqlite or SqlServer.", "Database:Provider", "Postgres")]
    [InlineData("Database:Provider must be Sqlite or SqlServer.", "Database:Provider", "1")]
    [InlineData("Database:MaxBatchSize must be a number from 1 to 1000.", "Database:MaxBatchSize", "many")]
    [InlineData("Database:MaxBatchSize must be a number from 1 to 1000.", "Database:MaxBatchSize", "0")]
    [InlineData("ConnectionStrings:AmazonIn must be a Sqlite connection string.", "ConnectionStrings:AmazonIn", "Server=db")]
    [InlineData("ConnectionStrings:AmazonIn must name a file", "ConnectionStrings:AmazonIn", "Mode=ReadWrite")]
    [InlineData("ConnectionStrings:Keys must be a Sqlite connection string.", "ConnectionStrings:Keys", "secret-password")]
    [InlineData("ConnectionStrings:Keys must name another database", "ConnectionStrings:Keys", "Data Source=amazonin.db")]
    [InlineData("ConnectionStrings:AmazonIn must be a SQL Server connection string", "Database:Provider", "SqlServer")]
    public void Wrong_value_is_named_with_what_it_must_be(string message, string key, string value)
    {
        var problem = Assert.Single(Options((key, value)).Validate());

        Assert.StartsWith(message, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
        Assert.DoesNotContain("secret-password", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_server_database_for_data_and_keys_is_refused()
    {
        var problem = Assert.Single(Options(
            ("Database:Provider", "SqlServer"),
            ("ConnectionStrings:AmazonIn", "Server=db;Database=Shop;User Id=u;Password=p"),
            ("ConnectionStrings:Keys", "Data Source=DB;Initial Catalog=shop;User Id=v;Password=q")).Validate());

        Assert.StartsWith("ConnectionStrings:Keys must name another database", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Database:Provider", "Postgres")]
    [InlineData("Privacy:MasterKey", "too-short")]
    [InlineData("Privacy:MasterKey", "c2hvcnQ=")]
    public void Wrong_value_stops_the_start(string key, string value)
    {
        using var services = Services((key, value));

        var problem = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith($"{key} must be", Assert.Single(problem.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";Encrypt=Strict", true)]
    [InlineData(";Encrypt=Optional", false)]
    [InlineData(";TrustServerCertificate=True", false)]
    public void Production_encrypts_on_the_way_to_the_server_and_checks_whom_it_talks_to(string more, bool taken)
    {
        var options = Options(
            ("Database:Provider", "SqlServer"),
            ("ConnectionStrings:AmazonIn", $"Server=db;Database=Shop;User Id=u;Password=p{more}"));

        Assert.Equal(taken, options.ValidateTransport(production: true).Count == 0);
        Assert.Empty(options.ValidateTransport(production: false));
    }

    [Fact]
    public void Batch_size_is_handed_to_the_server()
    {
        Assert.Equal(42, Options(("Database:MaxBatchSize", "42")).BatchSize);
        Assert.Null(Options().BatchSize);
    }

    [Fact]
    public void Own_master_key_is_taken_from_configuration()
    {
        using var services = Services(("Privacy:MasterKey", MasterKey.Generate()));

        Assert.Single(services.GetRequiredService<MasterKeyRing>().Read());
    }

    private static DatabaseOptions Options(params (string Key, string Value)[] settings)
    {
        using var services = Services(settings);
        var setup = services.GetServices<IConfigureOptions<DatabaseOptions>>();
        var options = new DatabaseOptions();
        foreach (var one in setup)
        {
            one.Configure(options);
        }

        return options;
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            EnvironmentName = Environments.Development,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Configuration.AddInMemoryCollection([
            new("Amazon:ClientId", "amzn1.application-oa2-client.demo"), new("Amazon:ClientSecret", "demo-secret"),
        ]);
        builder.Services.AddLogging();
        builder.AddAmazonInInfrastructure();
        return builder.Services.BuildServiceProvider();
    }
}

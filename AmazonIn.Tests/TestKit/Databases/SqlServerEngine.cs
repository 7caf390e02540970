using DotNet.Testcontainers.Builders;
using Microsoft.Data.SqlClient;
using Testcontainers.MsSql;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>
/// A SQL Server for tests: the one that AMAZONIN_SQLSERVER names, or a container where Docker is there. Started once.
/// </summary>
internal static class SqlServerEngine
{
    private const string Image = "mcr.microsoft.com/mssql/server:2022-CU16-ubuntu-22.04";

    private static readonly Lazy<Task<(string? Connection, string? Missing)>> Started = new(StartAsync);

    /// <summary>A connection to the server, or why there is none.</summary>
    public static Task<(string? Connection, string? Missing)> GetAsync() => Started.Value;

    public static string WithDatabase(string connection, string database) =>
        new SqlConnectionStringBuilder(connection) { InitialCatalog = database }.ConnectionString;

    public static async Task RunAsync(string connection, string sql)
    {
        await using var server = new SqlConnection(WithDatabase(connection, "master"));
        await server.OpenAsync();
#pragma warning disable CA2100 // The names in it are the test kit's own.
        await using var command = new SqlCommand(sql, server);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(string?, string?)> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("AMAZONIN_SQLSERVER") is { Length: > 0 } configured)
        {
            return (configured, null);
        }

        try
        {
            // Lives as long as the test process; the resource reaper takes it away afterwards.
            var container = new MsSqlBuilder(Image).Build();
            await container.StartAsync();
            return (container.GetConnectionString(), null);
        }
        catch (DockerUnavailableException)
        {
            return (null, "SQL Server: Docker is not available and AMAZONIN_SQLSERVER is not set.");
        }
    }
}

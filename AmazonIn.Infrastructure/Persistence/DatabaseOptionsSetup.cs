using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Reads <see cref="DatabaseOptions"/> from configuration and refuses a start with wrong ones.</summary>
internal sealed class DatabaseOptionsSetup(IConfiguration configuration, IHostEnvironment environment)
    : IConfigureOptions<DatabaseOptions>, IValidateOptions<DatabaseOptions>
{
    private const string DefaultDirectory = "data";

    public void Configure(DatabaseOptions options)
    {
        options.Provider = configuration[DatabaseOptions.ProviderKey] ?? options.Provider;
        options.MaxBatchSize = configuration[DatabaseOptions.MaxBatchSizeKey];
        options.Connection = configuration[DatabaseOptions.ConnectionKey];
        options.KeysConnection = configuration[DatabaseOptions.KeysConnectionKey];
        options.Directory = FullPath(configuration[DatabaseOptions.DirectoryKey]);
    }

    public ValidateOptionsResult Validate(string? name, DatabaseOptions options) =>
        (options.Validate() is { Count: > 0 } wrong ? wrong : options.ValidateTransport(environment.IsProduction()))
            is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    private string FullPath(string? directory)
    {
        try
        {
            return Path.GetFullPath(
                string.IsNullOrWhiteSpace(directory) ? DefaultDirectory : directory, environment.ContentRootPath);
        }
        catch (ArgumentException)
        {
            // Not a path at all; the validation says so.
            return string.Empty;
        }
    }
}

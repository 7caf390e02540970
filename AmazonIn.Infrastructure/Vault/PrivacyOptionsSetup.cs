using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Reads <see cref="PrivacyOptions"/> from configuration and refuses a start with wrong ones.</summary>
internal sealed class PrivacyOptionsSetup(IConfiguration configuration)
    : IConfigureOptions<PrivacyOptions>, IValidateOptions<PrivacyOptions>
{
    public void Configure(PrivacyOptions options) => options.MasterKey = configuration[PrivacyOptions.MasterKeyKey];

    public ValidateOptionsResult Validate(string? name, PrivacyOptions options) =>
        options.Validate() is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;
}

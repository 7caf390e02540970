using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.Vault;

/// <summary>Reads <see cref="PrivacyOptions"/> from configuration and refuses a start with wrong ones.</summary>
internal sealed class PrivacyOptionsSetup(IConfiguration configuration, IHostEnvironment environment)
    : IConfigureOptions<PrivacyOptions>, IValidateOptions<PrivacyOptions>
{
    public void Configure(PrivacyOptions options)
    {
        options.MasterKey = Text(PrivacyOptions.MasterKeyKey);
        options.AcceptFileKey = Text(PrivacyOptions.AcceptFileKeyKey);
        options.CertificatePath = Text(PrivacyOptions.CertificatePathKey);
        options.CertificateKeyPath = Text(PrivacyOptions.CertificateKeyPathKey);
        options.CertificatePassword = Text(PrivacyOptions.CertificatePasswordKey);
        options.CertificateThumbprint = Text(PrivacyOptions.CertificateThumbprintKey);
    }

    public ValidateOptionsResult Validate(string? name, PrivacyOptions options) =>
        options.Validate(environment.IsProduction()) is { Count: > 0 } problems
            ? ValidateOptionsResult.Fail(problems)
            : ValidateOptionsResult.Success;

    private string? Text(string key) => configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}

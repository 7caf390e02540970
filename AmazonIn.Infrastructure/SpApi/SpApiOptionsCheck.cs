using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.SpApi;

/// <summary>Stops the start with a line that names the key and what it must be.</summary>
internal sealed class SpApiOptionsCheck : IValidateOptions<SpApiOptions>
{
    public ValidateOptionsResult Validate(string? name, SpApiOptions options)
    {
        List<string> wrong = [];
        if (string.IsNullOrWhiteSpace(options.ClientId))
        {
            wrong.Add("Amazon:ClientId must be the client id of your application (Seller Central, Develop Apps).");
        }

        if (string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            wrong.Add("Amazon:ClientSecret must be the client secret of your application.");
        }

        if (!IsSafe(options.TokenUrl))
        {
            wrong.Add("Amazon:TokenUrl must be an absolute https address (http only on this machine).");
        }

        if (options.Endpoint is not null && !IsSafe(options.Endpoint))
        {
            wrong.Add("Amazon:Endpoint must be an absolute https address (http only on this machine), or absent.");
        }

        if (options.ReportHosts.Any(host => Uri.CheckHostName(host.TrimStart('.')) == UriHostNameType.Unknown))
        {
            wrong.Add("Amazon:ReportHosts must be host names, or suffixes of host names, without a scheme or path.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static bool IsSafe(Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}

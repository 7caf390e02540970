namespace AmazonIn.Infrastructure.SpApi;

/// <summary>How to reach Amazon: configuration section <c>Amazon</c>.</summary>
internal sealed class SpApiOptions
{
    public const string Section = "Amazon";

    /// <summary>Login with Amazon's client id of the application.</summary>
    public string ClientId { get; set; } = string.Empty;

    /// <summary>
    /// Amazon wants it rotated every 180 days; an expired one is answered with <c>invalid_client</c>.
    /// </summary>
    public string ClientSecret { get; set; } = string.Empty;

    /// <summary>Names the application on Amazon's consent page; not needed where tokens are pasted.</summary>
    public string ApplicationId { get; set; } = string.Empty;

    /// <summary>One address for all regions.</summary>
    public Uri TokenUrl { get; set; } = new("https://api.amazon.com/auth/o2/token");

    /// <summary>Replaces the region's endpoint; for a demo or test marketplace.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>
    /// Host names, or suffixes of them, that report documents may be downloaded from. Empty means Amazon's storage and
    /// its content delivery network; the host of <see cref="Endpoint"/> is always allowed.
    /// </summary>
    public IList<string> ReportHosts { get; set; } = [];
}

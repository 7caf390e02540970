using System.Globalization;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Addresses of the integration's pages (contracts.md, Screens).</summary>
internal static class IntegrationLinks
{
    public const string Ecommerce = "/settings/integrations/ecommerce";

    /// <summary>Leads on to Amazon's consent page (C4).</summary>
    public const string Authorise = Ecommerce + "/authorise";

    /// <summary>Where Amazon's consent page leads back to; registered with Amazon for the application.</summary>
    public const string Authorised = Ecommerce + "/authorised";

    public static string Channel(long channelId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ecommerce}/{channelId}");

    public static string Stock(long channelId) => Channel(channelId) + "/stock";

    public static string History(long channelId, SyncModule? module = null) =>
        Channel(channelId) + (module is { } only ? $"/history?module={only}" : "/history");

    public static string Run(long channelId, long runId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Channel(channelId)}/history/{runId}");
}

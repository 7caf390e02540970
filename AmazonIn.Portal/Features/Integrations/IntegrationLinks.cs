using System.Globalization;
using AmazonIn.Domain.Sync;

namespace AmazonIn.Portal.Features.Integrations;

/// <summary>Addresses of the integration's pages (contracts.md, Screens).</summary>
internal static class IntegrationLinks
{
    public const string Ecommerce = "/settings/integrations/ecommerce";

    public static string Channel(long channelId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ecommerce}/{channelId}");

    public static string History(long channelId, SyncModule? module = null) =>
        Channel(channelId) + (module is { } only ? $"/history?module={only}" : "/history");

    public static string Run(long channelId, long runId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Channel(channelId)}/history/{runId}");
}

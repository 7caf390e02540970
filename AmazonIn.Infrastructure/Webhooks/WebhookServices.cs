using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Ports.Webhooks;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Persistence.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AmazonIn.Infrastructure.Webhooks;

internal static class WebhookServices
{
    /// <summary>Unless the portal says otherwise, webhooks go to the open internet alone.</summary>
    public static void AddWebhooks(this IServiceCollection services)
    {
        services.TryAddSingleton(WebhookTargets.PublicOnly);
        services.TryAddSingleton<IHostAddresses, DnsAddresses>();
        services.AddSingleton<GuardedConnection>();
        services.AddSingleton<IWebhookSender, WebhookSender>();
        services.AddSingleton<IWebhookStore, WebhookStore>();
        services.AddSingleton<IWebhookOutbox, WebhookOutbox>();
    }
}

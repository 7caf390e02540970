using System.Net;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Infrastructure.SpApi.Auth;
using AmazonIn.Infrastructure.SpApi.EasyShip;
using AmazonIn.Infrastructure.SpApi.Feeds;
using AmazonIn.Infrastructure.SpApi.Http;
using AmazonIn.Infrastructure.SpApi.Listings;
using AmazonIn.Infrastructure.SpApi.Orders;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Infrastructure.SpApi.Reports;
using AmazonIn.Infrastructure.SpApi.Sellers;
using AmazonIn.Infrastructure.SpApi.Stock;
using AmazonIn.Infrastructure.SpApi.Shipments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure.SpApi;

/// <summary>The Selling Partner API client behind the marketplace ports.</summary>
public static class SpApiServices
{
    /// <summary>
    /// Registers the ports <see cref="IMarketplaceOrders"/>, <see cref="IMarketplaceListings"/>,
    /// <see cref="IMarketplaceAuthorization"/> and <see cref="IMarketplaceConsent"/>. Needs an <c>IChannelStore</c> and an <c>IQuotaStore</c> from elsewhere.
    /// Safe to call twice.
    /// </summary>
    public static IServiceCollection AddSpApi(this IServiceCollection services, IConfiguration configuration)
    {
        // Handlers would stand in the pipeline twice.
        if (services.Any(service => service.ServiceType == typeof(SpApiSender)))
        {
            return services;
        }

        services.AddOptions<SpApiOptions>().Bind(configuration.GetSection(SpApiOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SpApiOptions>, SpApiOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);

        services.TryAddSingleton<Pauses>();
        services.TryAddSingleton<AmazonClock>();
        services.TryAddSingleton<IAmazonClock>(provider => provider.GetRequiredService<AmazonClock>());
        services.TryAddSingleton(new Backoff(Random.Shared));
        services.TryAddSingleton<CurrentRates>();
        services.TryAddSingleton<SpApiEndpoints>();
        services.TryAddSingleton<SpApiSender>();
        services.TryAddSingleton<SpApiCalls>();
        services.TryAddSingleton<LwaClient>();
        services.TryAddSingleton<AccessTokens>();
        AddPipeline(services);

        services.TryAddSingleton<OrdersClient>();
        services.TryAddSingleton<OrderReadPlanner>();
        services.TryAddSingleton<OrderReport>();
        services.TryAddSingleton<ListingsClient>();
        services.TryAddSingleton<ListingsBySku>();
        services.TryAddSingleton<ListingReport>();
        services.TryAddSingleton<SellersClient>();
        services.TryAddSingleton<ReportsClient>();
        services.TryAddSingleton<ReportWaiter>();
        services.TryAddSingleton<ReportHosts>();
        services.TryAddSingleton<ReportDownload>();
        services.TryAddSingleton<FeedsClient>();
        services.TryAddSingleton<FeedDocuments>();
        services.TryAddSingleton<FeedTimes>();
        services.TryAddSingleton<StockClient>();
        services.TryAddSingleton<StockRoutePlanner>();
        services.TryAddSingleton<IMarketplaceStock, StockGateway>();
        services.TryAddTransient<IMarketplaceOrders, OrdersGateway>();
        services.TryAddTransient<IMarketplaceListings, ListingsGateway>();
        services.TryAddTransient<IMarketplaceShipments, ShipmentsGateway>();
        services.TryAddSingleton<RestrictedTokens>();
        services.TryAddSingleton<EasyShipDocuments>();
        services.TryAddTransient<IMarketplaceEasyShip, EasyShipGateway>();
        services.TryAddTransient<IMarketplaceAuthorization, AuthorizationGateway>();
        services.TryAddTransient<IMarketplaceConsent, ConsentGateway>();
        return services;
    }

    // Each try takes its own token from the bucket and carries an access token that is still fresh after the wait, so
    // retrying is outermost, and what is logged is what went over the wire.
    private static void AddPipeline(IServiceCollection services)
    {
        services.TryAddTransient<RetryHandler>();
        services.TryAddTransient<QuotaHandler>();
        services.TryAddTransient<TokenHandler>();
        services.TryAddTransient<AttemptHandler>();
        services.TryAddTransient<CallLogHandler>();
        services.AddHttpClient(SpApiSender.ClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddHttpMessageHandler<RetryHandler>()
            .AddHttpMessageHandler<QuotaHandler>()
            .AddHttpMessageHandler<TokenHandler>()
            .AddHttpMessageHandler<CallLogHandler>()
            .AddHttpMessageHandler<AttemptHandler>()
            .ConfigurePrimaryHttpMessageHandler(Primary);

        services.AddHttpClient(ReportDownload.ClientName)
            .RemoveAllLoggers()
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Primary);
    }

    // Unpacking is ours, so that sizes can be watched; a redirect would carry tokens, or lead inside our own network.
    private static SocketsHttpHandler Primary() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        UseCookies = false,
    };
}

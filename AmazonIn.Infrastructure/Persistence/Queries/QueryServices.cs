using System.Reflection;
using AmazonIn.Domain.Ports.Queries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Infrastructure.Persistence.Queries;

/// <summary>Registers what screens and the REST API read with.</summary>
internal static class QueryServices
{
    /// <summary>Configuration key of AutoMapper's licence; without one it works, and says so once in the log.</summary>
    public const string LicenseKey = "AutoMapper:LicenseKey";

    public static IServiceCollection AddQueries(this IServiceCollection services)
    {
        // The only registration of AutoMapper: each further one would check the licence and write its line again.
        services.AddAutoMapper(
            (provider, mapper) =>
            {
                mapper.LicenseKey = provider.GetService<IConfiguration>()?[LicenseKey];
                mapper.AddProfile<ReadModelProfile>();
            },
            Array.Empty<Assembly>());

        services.AddSingleton<IAuditQueries, AuditQueries>();
        services.AddSingleton<IChannelQueries, ChannelQueries>();
        services.AddSingleton<IChannelLifeQueries, ChannelLifeQueries>();
        services.AddSingleton<ICustomerQueries, CustomerQueries>();
        services.AddSingleton<IDashboardQueries, DashboardQueries>();
        services.AddSingleton<IItemGroupQueries, ItemGroupQueries>();
        services.AddSingleton<IItemQueries, ItemQueries>();
        services.AddSingleton<IListingQueries, ListingQueries>();
        services.AddSingleton<IPackageQueries, PackageQueries>();
        services.AddSingleton<IShipmentQueries, ShipmentQueries>();
        services.AddSingleton<ISalesOrderQueries, SalesOrderQueries>();
        services.AddSingleton<ISearchQueries, SearchQueries>();
        services.AddSingleton<IStockQueries, StockQueries>();
        services.AddSingleton<IStockPushQueries, StockPushQueries>();
        services.AddSingleton<ISyncHistoryQueries, SyncHistoryQueries>();
        services.AddSingleton<ITaxRateQueries, TaxRateQueries>();
        services.AddSingleton<IWarehouseQueries, WarehouseQueries>();
        services.AddSingleton<IWebhookQueries, WebhookQueries>();
        services.AddSingleton<IDeletionQueries, DeletionQueries>();
        return services;
    }
}

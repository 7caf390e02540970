using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Infrastructure.Documents.Parcels;
using AmazonIn.Infrastructure.Documents.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Infrastructure.Documents;

/// <summary>What makes files of our data.</summary>
internal static class DocumentServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddSingleton<IOrderSheetPrinter, OrderSheetPrinter>();
        services.AddSingleton<IParcelPrinter, ParcelPrinter>();
        services.AddSingleton<ITableWriter, TableWriter>();
        return services;
    }
}

using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace AmazonIn.Portal.Features.Exports;

/// <summary>Addresses of the exports.</summary>
internal static class ExportLinks
{
    public const string SalesOrders = "/sales-orders/export";
    public const string Packages = "/packages/export";
    public const string Shipments = "/shipments/export";
    public const string Customers = "/customers/export";
    public const string FormatKey = "format";

    /// <summary>The file of a list, narrowed as the list is.</summary>
    public static string Of(string path, ListQuery? query, TableFormat format) =>
        QueryHelpers.AddQueryString(query?.WithPage(1).ToUri(path) ?? path, FormatKey, format.ToString());
}

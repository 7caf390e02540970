using AmazonIn.Domain.Ports.Parcels;
using Microsoft.AspNetCore.WebUtilities;

namespace AmazonIn.Portal.Features.Parcels;

/// <summary>Addresses of slips and labels. They hold numbers of packages, nothing personal.</summary>
internal static class ParcelLinks
{
    public const string Slips = "/packages/slips";
    public const string Labels = "/packages/labels";
    public const string PackageKey = "package";
    public const string PaperKey = "paper";

    public static string SlipsOf(params IEnumerable<long> packageIds) => QueryHelpers.AddQueryString(Slips, Packages(packageIds));

    public static string LabelsOf(LabelPaper paper, params IEnumerable<long> packageIds) =>
        QueryHelpers.AddQueryString(Labels, Packages(packageIds).Append(new(PaperKey, paper.ToString())));

    private static IEnumerable<KeyValuePair<string, string?>> Packages(IEnumerable<long> ids) =>
        ids.Select(id => new KeyValuePair<string, string?>(PackageKey, $"{id}"));
}

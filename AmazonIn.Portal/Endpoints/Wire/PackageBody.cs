namespace AmazonIn.Portal.Endpoints.Wire;

internal sealed record PackageBody(IReadOnlyList<PackageLineBody?>? Lines);

internal sealed record PackageLineBody(long? LineId, int? Quantity);

using AmazonIn.Infrastructure.Sandbox.Wire;

namespace AmazonIn.Infrastructure.Sandbox.EasyShip;

/// <summary>Errors by the <c>Code</c>s of Amazon's Easy Ship model, each with its status.</summary>
internal static class EasyShipError
{
    public static ApiException InvalidInput =>
        Of(400, "InvalidInput", "Request has missing or invalid parameters and cannot be parsed.");

    public static ApiException NotFound => Of(
        404,
        "ResourceNotFound",
        "The specified resource (for example, `AmazonOrderId` or `MarketplaceId`) does not exist.");

    public static ApiException OrderState =>
        Of(404, "InvalidOrderState", "The state of the order does not allow it to be scheduled.");

    public static ApiException Of(int status, string code, string message) => new(new ApiError(status, code, message));
}

namespace AmazonIn.Portal.Endpoints.Wire;

/// <param name="ShippedOutside">The order was shipped outside this portal; Amazon is not told.</param>
internal sealed record FulfilBody(bool? ShippedOutside);

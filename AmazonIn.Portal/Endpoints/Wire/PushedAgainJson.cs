namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>How many quantities will be sent again.</summary>
internal sealed record PushedAgainJson(int Count);

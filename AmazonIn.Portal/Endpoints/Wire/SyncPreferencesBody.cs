namespace AmazonIn.Portal.Endpoints.Wire;

/// <param name="Orders">Name of an order preference.</param>
internal sealed record SyncPreferencesBody(string? Orders);

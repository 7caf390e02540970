using AmazonIn.Domain.Orders;

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Which of Amazon's orders become sales orders, for every channel.</summary>
internal sealed record SyncPreferencesJson(OrderPreference Orders);

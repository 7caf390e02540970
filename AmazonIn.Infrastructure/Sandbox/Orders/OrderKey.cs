namespace AmazonIn.Infrastructure.Sandbox.Orders;

/// <summary>What a window of orders is about. Amazon never mixes the two in one request.</summary>
internal enum OrderKey
{
    LastUpdated,
    Created,
}

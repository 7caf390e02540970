namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A warehouse with what it holds.</summary>
public sealed record WarehouseRow(long Id, string Name, bool IsPrimary, int Items, int OnHand, int Reserved);

using AmazonIn.Domain.Stock;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A line of the stock ledger.</summary>
public sealed record MovementRow(
    long Id,
    DateTimeOffset At,
    MovementKind Kind,
    string WarehouseName,
    int OnHand,
    int Reserved,
    string Reason,
    string? Reference);

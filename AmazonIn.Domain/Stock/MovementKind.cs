namespace AmazonIn.Domain.Stock;

/// <summary>Why stock moved.</summary>
public enum MovementKind
{
    /// <summary>Amazon's quantity at first import (I4), or a first count.</summary>
    Opening,
    Adjustment,
    TransferIn,
    TransferOut,
    Reserved,
    Released,
    Shipped,
    Returned,
}

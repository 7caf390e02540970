namespace AmazonIn.Infrastructure.Sandbox.Seed;

/// <summary>Orders that every data set of sufficient size has exactly one of, right after one order a state.</summary>
internal enum SpecialOrder
{
    None,
    SixtyLines,
    ToNepal,
    ToEmirates,
    InDollars,
    UnknownStatus,
    Replacement,
    ArmyPostOffice,
    UnknownState,
    BlankState,
    Preorder,
    GiftMessage,
    UnlistedSku,
    PartiallyShipped,
    CancelRequested,
    ValidGstin,
    InvalidGstin,
    CashOnEasyShip,
    Cancelled,
    Pending,
}

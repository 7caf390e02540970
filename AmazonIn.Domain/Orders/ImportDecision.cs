namespace AmazonIn.Domain.Orders;

/// <summary>What to do with an order that Amazon sent.</summary>
public enum ImportDecision
{
    Create,
    Update,

    /// <summary>The answer came by a report, which lacks much: only the status is taken.</summary>
    UpdateStatus,

    /// <summary>Known, and nothing new: a replay, or older than what is stored.</summary>
    LeaveUnchanged,

    /// <summary>Not a sales order by rule: pending, outside the preference, or cancelled before we knew it.</summary>
    PassOver,
}

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>What a person looks for in a list of stock.</summary>
public enum StockLevel
{
    /// <summary>One to <see cref="StockRow.LowUpTo"/> units available.</summary>
    Low,

    /// <summary>Nothing available.</summary>
    Out,

    /// <summary>More is reserved than is on hand.</summary>
    Oversold,

    /// <summary>A warehouse has less than nothing on hand: more left than was counted.</summary>
    Negative,

    /// <summary>Never counted, neither by Amazon nor by a person; nothing is sent for it.</summary>
    NotCounted,
}

namespace AmazonIn.Domain.Stock;

/// <summary>How a quantity travels to Amazon.</summary>
public enum PushRoute
{
    /// <summary>A call of its own.</summary>
    Patch,

    /// <summary>One message of a <c>JSON_LISTINGS_FEED</c>.</summary>
    Feed,
}

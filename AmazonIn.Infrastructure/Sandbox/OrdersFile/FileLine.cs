namespace AmazonIn.Infrastructure.Sandbox.OrdersFile;

/// <summary>One line of the file. Texts are shared between lines: they repeat a great deal.</summary>
internal sealed class FileLine
{
    public required string Sku { get; init; }

    public required string Title { get; init; }

    public required string Asin { get; init; }

    public required string OrderStatus { get; init; }

    public required string ItemStatus { get; init; }

    public required int Quantity { get; init; }

    public required string Currency { get; init; }

    /// <summary>The total of the line, as the report gives it.</summary>
    public decimal? ItemPrice { get; init; }

    /// <summary>Money beyond the price; null on nearly every line.</summary>
    public FileLineExtras? Extras { get; init; }
}

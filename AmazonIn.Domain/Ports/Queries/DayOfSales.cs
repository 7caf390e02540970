namespace AmazonIn.Domain.Ports.Queries;

/// <summary>One day's sales, in the organisation's zone and base currency; void orders left out.</summary>
public sealed record DayOfSales(DateOnly Day, int Orders, decimal Sales);

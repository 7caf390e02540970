using AmazonIn.Domain.Tax;

namespace AmazonIn.Domain.Ports.Queries;

/// <summary>A tax rate that can stand on an order line.</summary>
public sealed record TaxRateRow(long Id, string Name, TaxComponent Component, decimal Rate);

namespace AmazonIn.Domain.Common;

/// <summary>An amount with its ISO 4217 currency, exactly as received: decimal, never rounded here.</summary>
public readonly record struct Money(decimal Amount, string Currency);

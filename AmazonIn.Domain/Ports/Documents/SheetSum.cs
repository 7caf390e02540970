namespace AmazonIn.Domain.Ports.Documents;

/// <summary>A row of a sum.</summary>
/// <param name="Note">Why, in smaller letters; null where it is plain.</param>
public sealed record SheetSum(string Name, string? Note, string Amount);

namespace AmazonIn.Domain.Ports.Documents;

/// <summary>Something with its name.</summary>
public sealed record SheetFact(string Name, string Value);

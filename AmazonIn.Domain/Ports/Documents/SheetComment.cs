namespace AmazonIn.Domain.Ports.Documents;

/// <summary>A comment on an order.</summary>
/// <param name="By">Who wrote it and when.</param>
public sealed record SheetComment(string Text, string By);

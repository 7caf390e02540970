namespace AmazonIn.Domain.Orders;

/// <summary>A line before an edit, and as it is wanted.</summary>
/// <param name="Before">Null for an added line.</param>
/// <param name="Wanted">What a person asks for.</param>
public sealed record EditedLine(LineFigures? Before, LineEdit Wanted);

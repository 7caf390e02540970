namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>Named choices on the wire: exactly the contract's names, never numbers.</summary>
internal static class Choices
{
    public static TChoice? Read<TChoice>(string? text)
        where TChoice : struct, Enum =>
        text is not null && Enum.GetNames<TChoice>().Contains(text, StringComparer.Ordinal) ? Enum.Parse<TChoice>(text) : null;

    public static string Requirement<TChoice>(string name)
        where TChoice : struct, Enum =>
        $"“{name}” must be one of {string.Join(", ", Enum.GetNames<TChoice>())}.";
}

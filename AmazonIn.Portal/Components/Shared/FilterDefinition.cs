namespace AmazonIn.Portal.Components.Shared;

/// <summary>Something a list can be narrowed by.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Label">Its name on the screen: <c>Status</c>.</param>
/// <param name="Choices">What can be chosen. None: the filter is set by links only and shown as a chip while active.</param>
public sealed record FilterDefinition(string Key, string Label, IReadOnlyList<FilterChoice> Choices)
{
    /// <summary>A filter that is either on or off.</summary>
    public static FilterDefinition Toggle(string key, string label) => new(key, label, [new("true", label)]) { IsToggle = true };

    /// <summary>One choice for each named value.</summary>
    public static FilterDefinition Of<T>(string key, string label, Func<T, string> word)
        where T : struct, Enum =>
        new(key, label, [.. Enum.GetValues<T>().Select(value => new FilterChoice(value.ToString(), word(value)))]);

    public bool IsToggle { get; init; }

    /// <summary>What a value is called that is not among the choices.</summary>
    public Func<string, string>? Words { get; init; }

    /// <summary>What the chip says for a value of the address; unknown values are shown as they are.</summary>
    public string Describe(string value)
    {
        var label = Choices.FirstOrDefault(
            choice => string.Equals(choice.Value, value, StringComparison.OrdinalIgnoreCase))?.Label
            ?? Words?.Invoke(value)
            ?? value;
        return IsToggle ? Label : $"{Label}: {label}";
    }
}

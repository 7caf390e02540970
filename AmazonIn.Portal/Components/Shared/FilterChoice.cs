namespace AmazonIn.Portal.Components.Shared;

/// <summary>One value of a filter: as the address and as the screen says it.</summary>
public sealed record FilterChoice(string Value, string Label);

namespace AmazonIn.Portal.Endpoints.Wire;

/// <summary>The runs that a call asked for, or found under way.</summary>
internal sealed record RunsJson(IReadOnlyList<RunJson> Data);

namespace AmazonIn.Portal.Endpoints;

/// <summary>The scope an API key needs for a call (contracts.md).</summary>
internal sealed record ScopeOfCall(string Scope);

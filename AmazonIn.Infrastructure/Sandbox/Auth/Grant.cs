namespace AmazonIn.Infrastructure.Sandbox.Auth;

/// <summary>What an access token stands for: a seller's authorisation, or (seller absent) a grantless scope.</summary>
internal sealed record Grant(string? SellerId, string? Scope);

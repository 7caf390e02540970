using Microsoft.AspNetCore.Authorization;

namespace AmazonIn.Portal.Security;

/// <summary>The caller must have a permission, by role or by scope.</summary>
internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

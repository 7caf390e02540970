using System.Security.Claims;
using AmazonIn.Domain.Access;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>Who may do what, evaluated by the policies themselves. A change here is a change of somebody's rights.</summary>
public sealed class PermissionSnapshotTests
{
    private static readonly IServiceProvider Services = new ServiceCollection().AddLogging().AddPortalPolicies().BuildServiceProvider();

    public static TheoryData<string, string> Snapshot { get; } = new()
    {
        { "Administrator", string.Join(' ', Permission.All) },
        {
            "Manager",
            "dashboard:view channels:view channels:manage sync:view sync:run inventory:view inventory:manage orders:view "
            + "orders:manage orders:ship contacts:print organisation:view organisation:manage"
        },
        { "Fulfilment", "dashboard:view inventory:view orders:view orders:ship contacts:print" },
        { "Viewer", "dashboard:view channels:view sync:view inventory:view orders:view organisation:view" },
        { "Auditor", "dashboard:view channels:view sync:view audit:view" },
    };

    [Theory]
    [MemberData(nameof(Snapshot))]
    [Trait("Row", "A1")]
    public async Task Each_role_has_exactly_these_permissions(string role, string permissions)
    {
        var person = Person(new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.NameIdentifier, "7"));

        Assert.Equal(permissions.Split(' '), await AllowedAsync(person));
        Assert.Equal(permissions.Split(' ').ToHashSet(), PrincipalActor.Of(person).Permissions);
    }

    [Theory]
    [InlineData("channels:read", "channels:view")]
    [InlineData("channels:write", "channels:view channels:manage")]
    [InlineData("sync:read", "sync:view")]
    [InlineData("sync:write", "sync:view sync:run")]
    [InlineData("inventory:read", "inventory:view")]
    [InlineData("inventory:write", "inventory:view inventory:manage")]
    [InlineData("orders:read", "orders:view")]
    [InlineData("orders:write", "orders:view orders:manage orders:ship")]
    [InlineData("organisation:write", "organisation:view organisation:manage")]
    [Trait("Row", "A4")]
    public async Task Each_scope_allows_exactly_this(string scope, string permissions)
    {
        var key = Person(new Claim(PortalClaims.ApiKeyId, "3"), new Claim(PortalClaims.Scope, scope));

        Assert.Equal(permissions.Split(' '), await AllowedAsync(key));
    }

    [Fact]
    public async Task A_key_cannot_gain_a_role_nor_a_person_a_scope()
    {
        var key = Person(new Claim(PortalClaims.ApiKeyId, "3"), new Claim(ClaimTypes.Role, "Administrator"));
        var person = Person(new Claim(ClaimTypes.NameIdentifier, "7"), new Claim(PortalClaims.Scope, "orders:write"));

        Assert.Empty(await AllowedAsync(key));
        Assert.Empty(await AllowedAsync(person));
    }

    [Fact]
    public async Task Whoever_has_not_signed_in_may_do_nothing()
    {
        var stranger = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, "Administrator")]));

        Assert.Empty(await AllowedAsync(stranger));
        Assert.Empty(PrincipalActor.Of(stranger).Permissions);
    }

    private static ClaimsPrincipal Person(params Claim[] claims) => new(new ClaimsIdentity(claims, "test"));

    private static async Task<List<string>> AllowedAsync(ClaimsPrincipal principal)
    {
        var authorization = Services.GetRequiredService<IAuthorizationService>();
        var allowed = new List<string>();
        foreach (var permission in Permission.All)
        {
            if ((await authorization.AuthorizeAsync(principal, null, permission)).Succeeded)
            {
                allowed.Add(permission);
            }
        }

        return allowed;
    }
}

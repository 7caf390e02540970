using AmazonIn.Domain.Access;

namespace AmazonIn.Tests.Domain.Access;

public sealed class RoleTests
{
    [Fact]
    [Trait("Row", "A1")]
    public void Each_role_is_a_set_of_known_permissions()
    {
        Assert.Equal(
            ["Administrator", "Manager", "Fulfilment", "Viewer", "Auditor"], Role.All.Select(role => role.Name));
        Assert.All(Role.All, role => Assert.Subset(Permission.All.ToHashSet(), role.Permissions.ToHashSet()));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void Only_the_administrator_may_reveal_contacts_or_manage_people()
    {
        string[] guarded = [Permission.RevealContacts, Permission.ManageUsers, Permission.ManageApiKeys];

        Assert.All(guarded, permission => Assert.Equal(
            ["Administrator"],
            Role.All.Where(role => role.Permissions.Contains(permission)).Select(role => role.Name)));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void A_viewer_and_an_auditor_change_nothing()
    {
        Role[] readers = [Role.Viewer, Role.Auditor];

        Assert.All(readers, role => Assert.All(
            role.Permissions, permission => Assert.EndsWith(":view", permission, StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Row", "A1")]
    public void No_api_scope_reaches_people_keys_or_contacts()
    {
        var reachable = ApiScope.PermissionsOf(ApiScope.All);

        Assert.DoesNotContain(Permission.RevealContacts, reachable);
        Assert.DoesNotContain(Permission.ManageUsers, reachable);
        Assert.DoesNotContain(Permission.ManageApiKeys, reachable);
    }

    [Fact]
    public void An_unknown_scope_gives_nothing() => Assert.Empty(ApiScope.PermissionsOf(["orders:everything"]));
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Portal.Features.Users;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Users;

[Trait("Row", "A1")]
public sealed class UsersPageTests : ShopContext
{
    private readonly FakeUsers users = new();

    public UsersPageTests()
    {
        Services.AddSingleton<IUserAccounts>(users);
        Services.AddTransient<CreateUser>();
        Services.AddTransient<ApproveUser>();
        Services.AddTransient<ChangeUserRole>();
        Services.AddTransient<ResetSecondFactor>();
        Services.AddTransient<SetUserDisabled>();
        Services.AddTransient<ResetUserPassword>();
        Services.AddTransient<AllowReveal>();
        users.Rows.Add(FakeUsers.Row(7, "Asha", Role.Administrator.Name));
        users.Rows.Add(FakeUsers.Row(8, "Ravi", Role.Fulfilment.Name));
    }

    [Fact]
    public void The_list_tells_role_second_factor_and_whether_somebody_can_sign_in()
    {
        var now = Clock.GetUtcNow();
        users.Rows.Add(FakeUsers.Row(9, "Tara", Role.Viewer.Name, disabled: true, secondFactor: false));
        users.Rows.Add(FakeUsers.Row(10, "Uma", Role.Viewer.Name, lockedUntil: now.AddMinutes(5)));
        users.Rows.Add(FakeUsers.Row(11, "Vani", Role.Viewer.Name, passwordChangedAt: now.AddDays(-366)));
        users.Rows.Add(FakeUsers.Row(12, "Yash", null));

        var page = Open();

        Assert.Equal(
            ["Active", "Active", "Disabled", "Locked: wrong passwords", "Password expired", "No role"], Column(page, "State"));
        Assert.Equal(["Administrator", "Fulfilment", "Viewer", "Viewer", "Viewer", "none"], Column(page, "Role"));
        Assert.Equal(["On", "On", "Off", "On", "On", "On"], Column(page, "Second factor"));
        Assert.Equal(Role.Fulfilment.Description, page.FindAll("td[data-label=Role] span")[1].GetAttribute("title"));
    }

    [Fact]
    public void Somebody_who_waits_for_approval_is_told_so_to_the_one_who_invites()
    {
        users.Rows.Add(FakeUsers.Row(9, "Tara", Role.Administrator.Name));
        var page = Open();
        page.Find(".page-actions button").Click();

        page.Find("#user-name").Input("Uma");
        page.Find("#user-email").Input("uma@example.com");
        page.Find("input[type=radio][value=Viewer]").Change("Viewer");
        page.Find("#add-user").Submit();

        page.WaitForAssertion(() => Assert.Contains(
            "Uma can sign in as Viewer with uma@example.com once another administrator has approved it.",
            page.Markup, StringComparison.Ordinal));
        Assert.True(users.Rows[^1].AwaitsApproval);
        Assert.Equal("user:7", users.Rows[^1].InvitedBy);
    }

    [Fact]
    [Trait("Row", "X1")]
    public void Who_revealed_too_much_is_marked_and_can_be_allowed_again()
    {
        users.Rows[1] = users.Rows[1] with { RevealSuspendedUntil = Clock.GetUtcNow().AddHours(3) };
        var page = Open();
        Assert.Equal(["Active", "Revealing suspended"], Column(page, "State"));

        page.Find("button[aria-label='Actions for Ravi']").Click();
        page.WaitForElements(".mud-menu-item").Single(item => item.TextContent.Contains("Allow revealing", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Equal(["Active", "Active"], Column(page, "State")));
        Assert.Equal(AuditAction.AllowReveal, Assert.Single(Audit.Records).Action);
    }

    [Fact]
    public void Nobody_is_offered_to_change_their_own_account()
    {
        var page = Open();

        Assert.Contains("Asha (you)", page.Find("td[data-label=Name]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Actions for Ravi"],
            page.FindAll("td.actions button").Select(button => button.GetAttribute("aria-label")));
    }

    [Fact]
    public void A_person_is_added_with_a_role_and_a_password_that_is_shown_once()
    {
        var page = Open();
        page.Find(".page-actions button").Click();
        Assert.Equal(Role.All.Count, page.FindAll("input[type=radio]").Count);
        Assert.All(Role.All, role => Assert.Contains(role.Description, page.Find(".roles").TextContent, StringComparison.Ordinal));

        page.Find("#user-name").Input(" Tara ");
        page.Find("#user-email").Input("tara@example.com");
        page.Find("input[type=radio][value=Manager]").Change("Manager");
        page.Find("#add-user").Submit();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("#user-password")));
        Assert.Equal(Assert.Single(users.Passwords).Value, page.Find("#user-password").GetAttribute("value"));
        Assert.Contains("Tara can sign in as Manager with tara@example.com.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Manager", users.Rows[^1].Role);

        page.FindAll(".mud-dialog-actions button")[0].Click();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("tbody tr").Count));
        Assert.DoesNotContain(users.Passwords.Values.Single(), page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_stands_beside_the_field_it_concerns()
    {
        var page = Open();
        page.Find(".page-actions button").Click();

        page.Find("#user-name").Input("Tara");
        page.Find("#user-email").Input("tara@example.com");
        page.Find("#add-user").Submit();
        page.WaitForAssertion(() => Assert.Contains("Choose one of the roles", page.Find("#role-error").TextContent, StringComparison.Ordinal));

        users.Refusal = new Error("user.email-taken", "Somebody has this e-mail address already.", ErrorKind.Conflict);
        page.Find("input[type=radio][value=Viewer]").Change("Viewer");
        page.Find("#add-user").Submit();

        page.WaitForAssertion(() => Assert.Contains("already", page.Find("#user-email-error").TextContent, StringComparison.Ordinal));
        Assert.Equal("tara@example.com", page.Find("#user-email").GetAttribute("value"));
    }

    [Fact]
    public void A_role_is_changed_from_the_rows_menu()
    {
        var page = Open();
        Choose(page, "Change role");
        Assert.True(page.FindAll(".mud-dialog-actions button")[1].HasAttribute("disabled"));

        page.Find("input[type=radio][value=Manager]").Change("Manager");
        Assert.Equal("Make Manager", page.FindAll(".mud-dialog-actions button")[1].TextContent.Trim());
        page.Find("#change-role").Submit();

        page.WaitForAssertion(() => Assert.Equal("Manager", users.Rows[1].Role));
        page.WaitForAssertion(() => Assert.Equal(["Administrator", "Manager"], Column(page, "Role")));
    }

    [Fact]
    public void Disabling_names_the_person_and_asks_first()
    {
        var page = Open();

        Choose(page, "Disable");
        Assert.False(users.Rows[1].Disabled);
        Assert.Contains("Ravi is signed out everywhere", page.Find(".mud-dialog").TextContent, StringComparison.Ordinal);
        page.FindAll(".mud-dialog-actions button").First(button => button.TextContent.Trim() == "Disable Ravi").Click();

        page.WaitForAssertion(() => Assert.True(users.Rows[1].Disabled));
        page.WaitForAssertion(() => Assert.Equal(["Active", "Disabled"], Column(page, "State")));
    }

    [Fact]
    public void A_refusal_to_disable_is_said_in_words()
    {
        users.Refusal = new Error("user.last-administrator", "Somebody must stay administrator.", ErrorKind.Conflict);
        var page = Open();

        Choose(page, "Disable");
        page.FindAll(".mud-dialog-actions button").First(button => button.TextContent.Trim() == "Disable Ravi").Click();

        page.WaitForAssertion(() => Assert.Equal("Somebody must stay administrator.", page.Find(".refusal").TextContent.Trim()));
    }

    [Fact]
    public void A_new_password_is_made_and_shown_once()
    {
        var page = Open();

        Choose(page, "Set a new password");
        Assert.Empty(users.Passwords);
        page.FindAll(".mud-dialog-actions button")[1].Click();

        page.WaitForAssertion(() => Assert.Equal(users.Passwords[8], page.Find("#new-password").GetAttribute("value")));
    }

    [Fact]
    public void A_fault_is_said_without_internals()
    {
        users.Fault = new TimeoutException("secret detail");

        var page = Open();

        Assert.Contains("The users could not be loaded.", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", page.Markup, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Column(IRenderedComponent<Host> page, string label) =>
        page.FindAll($"td[data-label='{label}']").Select(cell => cell.TextContent.Trim());

    private static void Choose(IRenderedComponent<Host> page, string action)
    {
        page.Find("button[aria-label='Actions for Ravi']").Click();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".mud-menu-item")));
        page.FindAll(".mud-menu-item").First(item => item.TextContent.Trim() == action).Click();
        page.WaitForAssertion(() => Assert.NotNull(page.Find(".mud-dialog")));
    }

    private IRenderedComponent<Host> Open()
    {
        Navigation.NavigateTo("/settings/users");
        return RenderPage<UsersPage>();
    }
}

using System.Buffers.Binary;
using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Persistence;

public abstract class UserAccountsTests(DatabaseProvider provider) : StoreTests(provider)
{
    private const string Password = "Monsoon-Lamp-42";

    private IUserAccounts Accounts => Database.Get<IUserAccounts>();

    [Fact]
    [Trait("Row", "A1")]
    public async Task New_database_has_nobody_and_the_first_administrator_ends_set_up()
    {
        Assert.False(await Accounts.AnyAdministratorAsync(Cancelled));
        Assert.Empty(await Accounts.ListAsync(Cancelled));

        var id = await AddAsync("asha@example.in", "Administrator");

        Assert.True(await Accounts.AnyAdministratorAsync(Cancelled));
        var row = await Accounts.FindAsync(id, Cancelled);
        Assert.Equal(("asha@example.in", "Asha Rao", "Administrator", false, false), (
            row!.Email, row.DisplayName, row.Role, row.Disabled, row.SecondFactor));
        Assert.Equal(Clock.GetUtcNow(), row.CreatedAt);
        Assert.Equal(Clock.GetUtcNow(), row.PasswordChangedAt);
    }

    [Theory]
    [InlineData("Short-Pw-42", "user.password-weak")]
    [InlineData("monsoon-lamp-42", "user.password-weak")]
    [InlineData("MONSOON-LAMP-42", "user.password-weak")]
    [InlineData("Monsoon-Lamp-xy", "user.password-weak")]
    [InlineData("MonsoonLamp42xy", "user.password-weak")]
    [InlineData("Ravi@2026xyz!", "user.password-weak")]
    [InlineData("xx-KUMAR-lamp-42", "user.password-weak")]
    [InlineData("नमस्ते-Lamp-42x", null)]
    [InlineData("Monsoon-Lamp-42", null)]
    public async Task Passwords_are_long_of_four_kinds_and_hold_no_part_of_the_name(string password, string? code)
    {
        var result = await Accounts.CreateAsync(
            new NewUser("ravi.k@example.in", "Ravi Kumar", "Viewer", password), Cancelled);

        Assert.Equal(code, result.Error?.Code);
        Assert.DoesNotContain(password, result.Error?.Message ?? string.Empty, StringComparison.Ordinal);
        Assert.Equal(code is null ? 1 : 0, (await Accounts.ListAsync(Cancelled)).Count);
    }

    [Fact]
    public async Task Address_is_taken_whatever_its_case()
    {
        await AddAsync("asha@example.in");

        var again = await Accounts.CreateAsync(new NewUser("ASHA@example.in", "Other", "Viewer", Password), Cancelled);
        var nonsense = await Accounts.CreateAsync(new NewUser("no address", "Other", "Viewer", Password), Cancelled);
        var role = await Accounts.CreateAsync(new NewUser("b@example.in", "Other", "Owner", Password), Cancelled);

        Assert.Equal("user.email-taken", again.Error?.Code);
        Assert.Equal("user.email", nonsense.Error?.Code);
        Assert.Equal("user.unknown-role", role.Error?.Code);
    }

    [Fact]
    public async Task Last_enabled_administrator_stays_one()
    {
        var first = await AddAsync("asha@example.in", "Administrator");
        var second = await AddAsync("b@example.in", "Administrator");
        Assert.True((await Accounts.SetDisabledAsync(second, true, Cancelled)).Succeeded);

        Assert.Equal("user.last-administrator", (await Accounts.SetDisabledAsync(first, true, Cancelled)).Error?.Code);
        Assert.Equal("user.last-administrator", (await Accounts.ChangeRoleAsync(first, "Viewer", Cancelled)).Error?.Code);

        Assert.True((await Accounts.SetDisabledAsync(second, false, Cancelled)).Succeeded);
        Assert.True((await Accounts.ChangeRoleAsync(first, "Viewer", Cancelled)).Succeeded);
        Assert.Equal("Viewer", (await Accounts.FindAsync(first, Cancelled))!.Role);
    }

    [Fact]
    [Trait("Row", "A1")]
    public async Task Whatever_takes_rights_away_changes_the_stamp_that_sessions_are_checked_by()
    {
        await AddAsync("asha@example.in", "Administrator");
        var id = await AddAsync("b@example.in", "Manager");
        var stamps = new List<string?> { await StampAsync(id) };

        await Accounts.ChangeRoleAsync(id, "Viewer", Cancelled);
        stamps.Add(await StampAsync(id));
        await Accounts.SetDisabledAsync(id, true, Cancelled);
        stamps.Add(await StampAsync(id));
        await Accounts.ResetPasswordAsync(id, "Another-Lamp-43", Cancelled);
        stamps.Add(await StampAsync(id));

        Assert.Equal(4, stamps.Distinct().Count());
        await using var db = Database.Open();
        Assert.Equal(1, await db.UserRoles.CountAsync(link => link.UserId == id, Cancelled));
    }

    [Fact]
    public async Task New_password_opens_a_locked_account_and_a_weak_one_changes_nothing()
    {
        var id = await AddAsync("asha@example.in");
        await using var scope = Database.Get<IServiceScopeFactory>().CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await people.AccessFailedAsync((await people.FindByIdAsync(id.ToString(CultureInfo.InvariantCulture)))!);
        }

        Assert.NotNull((await Accounts.FindAsync(id, Cancelled))!.LockedUntil);
        Assert.Equal("user.password-weak", (await Accounts.ResetPasswordAsync(id, "weak", Cancelled)).Error?.Code);
        Assert.NotNull((await Accounts.FindAsync(id, Cancelled))!.LockedUntil);

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await Accounts.ResetPasswordAsync(id, "Another-Lamp-43", Cancelled)).Succeeded);

        var row = (await Accounts.FindAsync(id, Cancelled))!;
        Assert.Null(row.LockedUntil);
        Assert.Equal(Clock.GetUtcNow(), row.PasswordChangedAt);
        await using var db = Database.Open();
        var stored = await db.Users.SingleAsync(Cancelled);
        Assert.True(await people.CheckPasswordAsync(stored, "Another-Lamp-43"));
        Assert.False(await people.CheckPasswordAsync(stored, Password));
    }

    [Fact]
    public async Task Nobody_is_not_found()
    {
        Assert.Null(await Accounts.FindAsync(4711, Cancelled));
        Assert.Equal("not-found", (await Accounts.ChangeRoleAsync(4711, "Viewer", Cancelled)).Error?.Code);
        Assert.Equal("not-found", (await Accounts.SetDisabledAsync(4711, true, Cancelled)).Error?.Code);
        Assert.Equal("not-found", (await Accounts.ResetPasswordAsync(4711, Password, Cancelled)).Error?.Code);
    }

    [Fact]
    public async Task Passwords_are_hashed_with_enough_rounds()
    {
        await AddAsync("asha@example.in");
        await using var db = Database.Open();

        var hash = Convert.FromBase64String((await db.Users.SingleAsync(Cancelled)).PasswordHash!);

        // Identity's format 3: marker, then PRF (2 is HMAC-SHA-512) and rounds, big-endian.
        Assert.Equal((0x01, 2), (hash[0], BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1))));
        Assert.True(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }

    [Fact]
    public async Task Every_role_of_the_portal_can_be_given()
    {
        foreach (var role in Role.All)
        {
            await AddAsync($"{role.Name}@example.in", role.Name);
        }

        var rows = await Accounts.ListAsync(Cancelled);
        Assert.Equal(Role.All.Select(role => role.Name).Order(), rows.Select(row => row.Role).Order());
    }

    private async Task<long> AddAsync(string email, string role = "Viewer")
    {
        var added = await Accounts.CreateAsync(new NewUser(email, "Asha Rao", role, Password), Cancelled);
        Assert.Null(added.Error);
        return added.Value;
    }

    private async Task<string?> StampAsync(long id)
    {
        await using var db = Database.Open();
        return (await db.Users.AsNoTracking().SingleAsync(user => user.Id == id, Cancelled)).SecurityStamp;
    }

    public sealed class OnSqlite() : UserAccountsTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : UserAccountsTests(DatabaseProvider.SqlServer);
}

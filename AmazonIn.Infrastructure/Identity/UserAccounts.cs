using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>People on ASP.NET Core Identity. Each operation has a scope, and with it a context, of its own.</summary>
internal sealed class UserAccounts(
    IServiceScopeFactory scopes,
    Storage<PortalDbContext> storage,
    ISecondFactors factors,
    PasswordHistory history,
    TimeProvider time)
    : IUserAccounts
{
    public Task<Result<long>> CreateAsync(NewUser user, CancellationToken cancellationToken) =>
        WithPeopleAsync<Result<long>>(async (people, roles) =>
        {
            if (Role.Find(user.Role) is not { } role)
            {
                return UserErrors.UnknownRole;
            }

            var now = time.GetUtcNow();
            var added = new PortalUser
            {
                UserName = user.Email.Trim(),
                Email = user.Email.Trim(),
                EmailConfirmed = true,
                DisplayName = user.DisplayName.Trim(),
                CreatedAt = now,
                PasswordChangedAt = now,
                ChosePassword = user.PasswordIsChosen,
                InvitedBy = user.InvitedBy,
                AwaitsApproval = user.AwaitsApproval,
            };
            if (added.DisplayName.Length is 0 or > PortalUser.DisplayNameMaxLength)
            {
                return UserErrors.DisplayName;
            }

            await EnsureRoleAsync(roles, role);
            var created = await people.CreateAsync(added, user.Password);
            if (!created.Succeeded)
            {
                return UserErrors.Refused(created);
            }

            var assigned = await people.AddToRoleAsync(added, role.Name);
            if (!assigned.Succeeded)
            {
                await people.DeleteAsync(added);
                return UserErrors.Refused(assigned);
            }

            return added.Id;
        });

    public Task<IReadOnlyList<UserRow>> ListAsync(CancellationToken cancellationToken) =>
        storage.ReadAsync<IReadOnlyList<UserRow>>(
            async (db, token) => await Rows(db, db.Users).ToListAsync(token), cancellationToken);

    public Task<UserRow?> FindAsync(long id, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => Rows(db, db.Users.Where(user => user.Id == id)).FirstOrDefaultAsync(token), cancellationToken);

    public Task<Result> ApproveAsync(long id, string approvedBy, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, _, user) =>
        {
            (user.AwaitsApproval, user.ApprovedBy, user.ApprovedAt) = (false, approvedBy, time.GetUtcNow());
            return await FirstRefusalAsync(() => people.UpdateAsync(user));
        });

    public Task<Result> SetTrainedOnAsync(long id, DateOnly trainedOn, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, _, user) =>
        {
            user.TrainedOn = trainedOn;
            return await FirstRefusalAsync(() => people.UpdateAsync(user));
        });

    public Task<Result> ChangeRoleAsync(long id, string role, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, roles, user) =>
        {
            if (Role.Find(role) is not { } wanted)
            {
                return UserErrors.UnknownRole;
            }

            if (wanted != Role.Administrator && await IsLastAdministratorAsync(people, user))
            {
                return UserErrors.LastAdministrator;
            }

            await EnsureRoleAsync(roles, wanted);
            var others = (await people.GetRolesAsync(user)).Where(name => name != wanted.Name).ToList();
            return await FirstRefusalAsync(
                () => people.RemoveFromRolesAsync(user, others),
                async () => await people.IsInRoleAsync(user, wanted.Name)
                    ? IdentityResult.Success
                    : await people.AddToRoleAsync(user, wanted.Name),
                () => people.UpdateSecurityStampAsync(user));
        });

    public Task<Result> SetDisabledAsync(long id, bool disabled, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, _, user) =>
        {
            if (disabled && await IsLastAdministratorAsync(people, user))
            {
                return UserErrors.LastAdministrator;
            }

            // Saved together with the new stamp, which is what ends open sessions.
            user.Disabled = disabled;
            return await FirstRefusalAsync(() => people.UpdateSecurityStampAsync(user));
        });

    public Task<Result> ResetPasswordAsync(long id, string newPassword, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, _, user) =>
        {
            foreach (var validator in people.PasswordValidators)
            {
                var valid = await validator.ValidateAsync(people, user, newPassword);
                if (!valid.Succeeded)
                {
                    return UserErrors.Refused(valid);
                }
            }

            await history.RememberAsync(user);

            // One save for all of it: an account must never be left without a password.
            user.PasswordHash = people.PasswordHasher.HashPassword(user, newPassword);
            user.PasswordChangedAt = time.GetUtcNow();
            user.ChosePassword = false;
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            return await FirstRefusalAsync(() => people.UpdateSecurityStampAsync(user));
        });

    public Task<Result> ResetSecondFactorAsync(long id, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, _, user) =>
        {
            // Switched off first: whatever is left of it then opens nothing and keeps nobody out. Ends sessions, too.
            var off = await FirstRefusalAsync(() => people.SetTwoFactorEnabledAsync(user, false));
            if (off.Succeeded)
            {
                await factors.RemoveAsync(id, cancellationToken);
            }

            return off;
        });

    public Task<Result> SuspendRevealAsync(long id, DateTimeOffset? until, CancellationToken cancellationToken) =>
        ChangeAsync(id, async (people, _, user) =>
        {
            user.RevealSuspendedUntil = until;
            return await FirstRefusalAsync(() => people.UpdateAsync(user));
        });

    public Task<bool> AnyAdministratorAsync(CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => Administrators(db).AnyAsync(token), cancellationToken);

    private static IQueryable<PortalUser> Administrators(PortalDbContext db) => db.Users.Where(user => !user.Disabled && !user.AwaitsApproval
        && db.UserRoles.Any(link => link.UserId == user.Id
            && db.Roles.Any(role => role.Id == link.RoleId && role.Name == Role.Administrator.Name)));

    private static IQueryable<UserRow> Rows(PortalDbContext db, IQueryable<PortalUser> users) => users
        .OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
        .Select(user => new UserRow(
            user.Id,
            user.Email!,
            user.DisplayName,
            db.UserRoles.Where(link => link.UserId == user.Id)
                .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name)
                .OrderBy(name => name)
                .FirstOrDefault(),
            user.Disabled,
            user.TwoFactorEnabled,
            user.CreatedAt,
            user.PasswordChangedAt,
            user.LockoutEnd)
        {
            InvitedBy = user.InvitedBy,
            AwaitsApproval = user.AwaitsApproval,
            LastSignedInAt = user.LastSignedInAt,
            TrainedOn = user.TrainedOn,
            RevealSuspendedUntil = user.RevealSuspendedUntil,
        });

    private static async Task EnsureRoleAsync(RoleManager<IdentityRole<long>> roles, Role role)
    {
        if (!await roles.RoleExistsAsync(role.Name))
        {
            var created = await roles.CreateAsync(new IdentityRole<long>(role.Name));

            // Somebody else may have been faster.
            if (!created.Succeeded && !await roles.RoleExistsAsync(role.Name))
            {
                throw new InvalidOperationException($"The role {role.Name} could not be stored.");
            }
        }
    }

    private static async Task<bool> IsLastAdministratorAsync(UserManager<PortalUser> people, PortalUser user)
    {
        var administrators = await people.GetUsersInRoleAsync(Role.Administrator.Name);
        var enabled = administrators.Where(administrator => administrator.IsOpen).ToList();
        return enabled.Count == 1 && enabled[0].Id == user.Id;
    }

    private static async Task<Result> FirstRefusalAsync(params Func<Task<IdentityResult>>[] steps)
    {
        foreach (var step in steps)
        {
            var result = await step();
            if (!result.Succeeded)
            {
                return UserErrors.Refused(result);
            }
        }

        return Result.Success;
    }

    private Task<Result> ChangeAsync(
        long id, Func<UserManager<PortalUser>, RoleManager<IdentityRole<long>>, PortalUser, Task<Result>> change) =>
        WithPeopleAsync(async (people, roles) =>
            await people.Users.FirstOrDefaultAsync(user => user.Id == id) is { } user
                ? await change(people, roles, user)
                : Error.NotFound("The person"));

    private async Task<T> WithPeopleAsync<T>(
        Func<UserManager<PortalUser>, RoleManager<IdentityRole<long>>, Task<T>> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(
                scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>(),
                scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>());
        }
        catch (Exception exception) when (StorageFaults.Translate(exception) is { } translated)
        {
            throw translated;
        }
    }
}

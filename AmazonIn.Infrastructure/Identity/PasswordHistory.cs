using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>Refuses the present password and the ten before it (security.md D-15).</summary>
internal sealed class PasswordHistory(Storage<PortalDbContext> storage, TimeProvider time) : IPasswordValidator<PortalUser>
{
    public const int Remembered = 10;

    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var old = await storage.ReadAsync(
            (db, token) => db.OldPasswords.Where(row => row.UserId == user.Id).Select(row => row.Hash).ToListAsync(token),
            CancellationToken.None);
        var known = old.Prepend(user.PasswordHash).OfType<string>().Any(hash =>
            manager.PasswordHasher.VerifyHashedPassword(user, hash, password ?? string.Empty) != PasswordVerificationResult.Failed);
        return known
            ? IdentityResult.Failed(new IdentityError
            {
                Code = "PasswordUsedBefore",
                Description = "That is one of the last passwords of this account. Choose one that it has not had.",
            })
            : IdentityResult.Success;
    }

    /// <summary>
    /// Notes the present password before it is replaced. Safe to call twice: where the change is refused after all, the
    /// note stays and does no harm.
    /// </summary>
    public Task RememberAsync(PortalUser user) => user.PasswordHash is not { } hash
        ? Task.CompletedTask
        : storage.WriteAsync(
            async (db, token) =>
            {
                var rows = await db.OldPasswords.Where(row => row.UserId == user.Id)
                    .OrderByDescending(row => row.Id).ToListAsync(token);
                if (rows.Exists(row => row.Hash == hash))
                {
                    return;
                }

                db.RemoveRange(rows.Skip(Remembered - 1));
                db.Add(new OldPassword { UserId = user.Id, Hash = hash, ReplacedAt = time.GetUtcNow() });
                await db.SaveChangesAsync(token);
            },
            CancellationToken.None);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>
/// Second factors in rows of their own. Identity's authenticator takes five steps and the same code twice (security.md
/// D-16); this takes two steps, and each step once, decided by the database.
/// </summary>
internal sealed class SecondFactors(
    Storage<PortalDbContext> storage, IDataProtectionProvider protection, TimeProvider time) : ISecondFactors
{
    private const int RecoveryCodes = 10;
    private const string Issuer = "AmazonIn";

    private static readonly TimeSpan TicketLife = TimeSpan.FromMinutes(15);

    private readonly IDataProtector _tickets = protection.CreateProtector("AmazonIn.SecondFactor.Enrolment");
    private readonly IDataProtector _secrets = protection.CreateProtector("AmazonIn.SecondFactor.Secret");

    public SecondFactorEnrolment Begin(long userId, string account) => Enrolment(
        new Ticket(userId, RandomNumberGenerator.GetBytes(Totp.SecretLength), time.GetUtcNow()), account);

    public SecondFactorEnrolment? Resume(long userId, string account, string ticket) =>
        Read(userId, ticket) is { } read ? Enrolment(read, account) : null;

    public async Task<Result<string[]>> CompleteAsync(
        long userId, string ticket, string code, CancellationToken cancellationToken)
    {
        if (Read(userId, ticket) is not { } begun)
        {
            return AccountErrors.EnrolmentExpired;
        }

        var now = time.GetUtcNow();
        if (Totp.StepOf(begun.Secret, Bare(code), now) is not { } step)
        {
            return AccountErrors.CodeWrong;
        }

        var secret = SecretOf(userId).Protect(Convert.ToBase64String(begun.Secret));
        var codes = NewCodes();
        await storage.WriteAsync(
            async (db, token) =>
            {
                await db.SecondFactors.Where(factor => factor.UserId == userId).ExecuteDeleteAsync(token);
                db.Add(new SecondFactor { UserId = userId, Secret = secret, LastStep = step, EnrolledAt = now });
                await ReplaceCodesAsync(db, userId, codes, token);
            },
            cancellationToken);
        return codes;
    }

    public async Task<bool> VerifyAsync(long userId, string entry, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (RecoveryCodeText.Fits(entry))
        {
            var hash = RecoveryCodeText.Hash(userId, entry);
            return await storage.WriteAsync(
                async (db, token) => await db.RecoveryCodes
                    .Where(code => code.UserId == userId && code.Hash == hash && code.UsedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(code => code.UsedAt, now), token) == 1,
                cancellationToken);
        }

        var stored = await storage.ReadAsync(
            (db, token) => db.SecondFactors.Where(factor => factor.UserId == userId)
                .Select(factor => factor.Secret).FirstOrDefaultAsync(token),
            cancellationToken);
        if (stored is null
            || Totp.StepOf(Convert.FromBase64String(SecretOf(userId).Unprotect(stored)), Bare(entry), now) is not { } step)
        {
            return false;
        }

        // Of two requests with one code, one changes the row.
        return await storage.WriteAsync(
            async (db, token) => await db.SecondFactors
                .Where(factor => factor.UserId == userId && factor.LastStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(factor => factor.LastStep, step), token) == 1,
            cancellationToken);
    }

    public bool IsRecoveryCode(string entry) => RecoveryCodeText.Fits(entry);

    public Task<bool> ExistsAsync(long userId, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.Users.AnyAsync(
            user => user.Id == userId
                && (db.SecondFactors.Any(factor => factor.UserId == userId)
                    || db.UserPasskeys.Any(passkey => passkey.UserId == userId)),
            token),
        cancellationToken);

    public Task<bool> HasAppAsync(long userId, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.SecondFactors.AnyAsync(factor => factor.UserId == userId, token), cancellationToken);

    public async Task<string[]> RenewRecoveryCodesAsync(long userId, CancellationToken cancellationToken)
    {
        var codes = NewCodes();
        await storage.WriteAsync((db, token) => ReplaceCodesAsync(db, userId, codes, token), cancellationToken);
        return codes;
    }

    public Task<int> CountRecoveryCodesAsync(long userId, CancellationToken cancellationToken) => storage.ReadAsync(
        (db, token) => db.RecoveryCodes.CountAsync(code => code.UserId == userId && code.UsedAt == null, token),
        cancellationToken);

    public Task RemoveAsync(long userId, CancellationToken cancellationToken) => storage.WriteAsync(
        async (db, token) =>
        {
            await db.RecoveryCodes.Where(code => code.UserId == userId).ExecuteDeleteAsync(token);
            await db.SecondFactors.Where(factor => factor.UserId == userId).ExecuteDeleteAsync(token);
            await db.UserPasskeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync(token);
        },
        cancellationToken);

    private static string[] NewCodes() =>
        [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RecoveryCodeText.Generate())];

    private static async Task ReplaceCodesAsync(
        PortalDbContext db, long userId, IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        await db.RecoveryCodes.Where(code => code.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(codes.Select(code => new RecoveryCode
        {
            UserId = userId,
            Hash = RecoveryCodeText.Hash(userId, code),
        }));
        await db.SaveChangesAsync(cancellationToken);
    }

    // Apps show "123 456".
    private static string Bare(string code) => string.Concat(code.Where(character => !char.IsWhiteSpace(character)));

    private IDataProtector SecretOf(long userId) =>
        _secrets.CreateProtector(userId.ToString(CultureInfo.InvariantCulture));

    private SecondFactorEnrolment Enrolment(Ticket ticket, string account)
    {
        var secret = Base32.Encode(ticket.Secret);
        var address = $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Issuer}";
        return new SecondFactorEnrolment(_tickets.Protect(JsonSerializer.Serialize(ticket)), secret, address);
    }

    private Ticket? Read(long userId, string ticket)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Ticket>(_tickets.Unprotect(ticket));
            return read?.UserId == userId && time.GetUtcNow() - read.BegunAt < TicketLife ? read : null;
        }
        catch (CryptographicException)
        {
            // Made up, or of keys that are gone: as good as none.
            return null;
        }
    }

    private sealed record Ticket(long UserId, byte[] Secret, DateTimeOffset BegunAt);
}

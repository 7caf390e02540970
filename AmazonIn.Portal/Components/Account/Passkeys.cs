using System.Buffers.Text;
using System.Text.Json;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Caching.Memory;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Passkeys (WebAuthn Level 3), checked by the framework: a key of this very host, with the person verified by the device
/// itself, so that a passkey is possession and knowledge at once (security.md D-16). Each challenge is answered once.
/// </summary>
public sealed class Passkeys(SignInManager<PortalUser> manager, IMemoryCache answered)
{
    public const int Most = 10;

    public const int NameMaxLength = 50;

    /// <summary>Room for the longest answer of a browser: an attestation with its certificates.</summary>
    public const int CredentialMaxLength = 20_000;

    // Longer than the cookie with the challenge lives.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private UserManager<PortalUser> Users => manager.UserManager;

    /// <summary>What the browser needs to ask for a passkey: one of the person who is signed in, or anybody's.</summary>
    /// <returns>PublicKeyCredentialRequestOptions as JSON.</returns>
    public async Task<string> RequestOptionsAsync() =>
        await manager.MakePasskeyRequestOptionsAsync(await Users.GetUserAsync(manager.Context.User));

    /// <summary>What the browser needs to make a passkey for the person who is signed in.</summary>
    /// <returns>PublicKeyCredentialCreationOptions as JSON.</returns>
    public async Task<string> CreationOptionsAsync()
    {
        var user = await Users.GetUserAsync(manager.Context.User)
            ?? throw new InvalidOperationException("Somebody without an account asks for a passkey.");
        return await manager.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = await Users.GetUserIdAsync(user),
            Name = user.Email ?? user.DisplayName,
            DisplayName = user.DisplayName,
        });
    }

    /// <summary>Whose passkey the browser's answer proves; null where it proves none, or was taken already.</summary>
    public async Task<PortalUser?> ProveAsync(string credential)
    {
        var result = await AnsweredAsync(() => manager.PerformPasskeyAssertionAsync(credential));
        if (result is not { Succeeded: true } || !IsFirstAnswer(credential))
        {
            return null;
        }

        // The key's count of its uses: one that goes backwards is a copy, and is refused by the framework.
        return (await Users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    public Task<IList<UserPasskeyInfo>> ListAsync(PortalUser user) => Users.GetPasskeysAsync(user);

    /// <summary>Stores the passkey that the browser has made.</summary>
    /// <param name="name">How the person calls it; up to <see cref="NameMaxLength"/> characters, made up where blank.</param>
    public async Task<Result> AddAsync(PortalUser user, string credential, string? name)
    {
        var present = await ListAsync(user);
        if (present.Count >= Most)
        {
            return AccountErrors.PasskeysTooMany(Most);
        }

        var result = await AnsweredAsync(() => manager.PerformPasskeyAttestationAsync(credential));
        if (result is not { Succeeded: true } || result.UserEntity.Id != await Users.GetUserIdAsync(user))
        {
            return AccountErrors.PasskeyWrong;
        }

        result.Passkey.Name = string.IsNullOrWhiteSpace(name) ? $"Passkey {present.Count + 1}" : name.Trim();
        return (await Users.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded
            ? Result.Success
            : AccountErrors.PasskeyWrong;
    }

    /// <summary>Forgets a passkey; one that is not the person's, or gone already, is left alone.</summary>
    public Task RemoveAsync(PortalUser user, byte[] id) => Users.RemovePasskeyAsync(user, id);

    // The framework throws where the cookie with its question is missing: it waited too long, or never was.
    private static async Task<T?> AnsweredAsync<T>(Func<Task<T>> check)
        where T : class
    {
        try
        {
            return await check();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // A signature is good for as long as the cookie with its challenge; whoever could copy both would have it twice.
    private bool IsFirstAnswer(string credential)
    {
        using var answer = JsonDocument.Parse(credential);
        using var client = JsonDocument.Parse(Base64Url.DecodeFromChars(
            answer.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString()));
        var key = (typeof(Passkeys), client.RootElement.GetProperty("challenge").GetString());
        lock (answered)
        {
            if (answered.TryGetValue(key, out _))
            {
                return false;
            }

            answered.Set(key, true, Remembered);
            return true;
        }
    }
}

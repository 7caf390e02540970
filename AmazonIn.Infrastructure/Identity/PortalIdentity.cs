using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>The rules of signing in (security.md D-13, V-18), in one place for the portal, the tools and the tests.</summary>
public static class PortalIdentity
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds; ASVS 5.0 appendix C asks for 210,000 at least.</summary>
    public const int PasswordRounds = 220_000;

    public const int PasswordMinLength = 12;

    /// <summary>How long a password that one chose must be kept, so that the history cannot be run through (D-14).</summary>
    public static readonly TimeSpan PasswordMinAge = TimeSpan.FromDays(1);

    /// <summary>Under this name Identity asks for the code of the second step.</summary>
    public const string SecondFactor = "SecondFactor";

    /// <summary>
    /// Sets the options. The schema version must be the same wherever a context is built: the model depends on it.
    /// </summary>
    public static void Configure(IdentityOptions options)
    {
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = PasswordMinLength;
        options.Password.RequireDigit = true;
        options.Password.RequireLowercase = true;
        options.Password.RequireUppercase = true;
        options.Password.RequireNonAlphanumeric = true;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
    }

    /// <summary>
    /// A passkey stands for password and code together, so the device must verify the person; and it names the account
    /// itself, so that nobody types an address.
    /// </summary>
    public static void Configure(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
    }
}

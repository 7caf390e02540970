using AmazonIn.Infrastructure.Identity;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Tests.TestKit;

/// <summary>Counts how often a password is compared: that is what a sign-in's time goes into.</summary>
internal sealed class CountingHasher : IPasswordHasher<PortalUser>
{
    private readonly PasswordHasher<PortalUser> hasher = new();

    public int Comparisons { get; private set; }

    public string HashPassword(PortalUser user, string password) => hasher.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(PortalUser user, string hashedPassword, string providedPassword)
    {
        Comparisons++;
        return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}

using AmazonIn.Domain.Ports.Stores;
using Microsoft.AspNetCore.Identity;

namespace AmazonIn.Infrastructure.Identity;

/// <summary>Lets Identity's own sign-in, with its lockout, ask for our codes.</summary>
internal sealed class SecondFactorProvider(ISecondFactors factors) : IUserTwoFactorTokenProvider<PortalUser>
{
    public Task<string> GenerateAsync(string purpose, UserManager<PortalUser> manager, PortalUser user) =>
        throw new NotSupportedException("Codes are made by the person's app.");

    public Task<bool> ValidateAsync(string purpose, string token, UserManager<PortalUser> manager, PortalUser user) =>
        factors.VerifyAsync(user.Id, token, CancellationToken.None);

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<PortalUser> manager, PortalUser user) =>
        factors.ExistsAsync(user.Id, CancellationToken.None);
}

using AmazonIn.Domain.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace AmazonIn.Portal.Security;

/// <summary>The person at the other end of a circuit, as of the latest revalidation.</summary>
internal sealed class CircuitActor(AuthenticationStateProvider authentication) : ICurrentActor
{
    public async Task<Actor> GetAsync() => PrincipalActor.Of((await authentication.GetAuthenticationStateAsync()).User);
}

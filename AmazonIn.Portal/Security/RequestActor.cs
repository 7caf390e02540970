using AmazonIn.Domain.Access;

namespace AmazonIn.Portal.Security;

/// <summary>The sender of the present HTTP request.</summary>
internal sealed class RequestActor(RequestPrincipal request) : ICurrentActor
{
    public Task<Actor> GetAsync() => Task.FromResult(PrincipalActor.Of(request.Principal));
}

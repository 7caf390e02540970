using AmazonIn.Domain.UseCases.EasyShip;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class FollowOpenPickups(FollowPickups follow) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => follow.RunAsync(CancellationToken);
}

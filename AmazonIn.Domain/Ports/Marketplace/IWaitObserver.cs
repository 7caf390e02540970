namespace AmazonIn.Domain.Ports.Marketplace;

/// <summary>Hears when a call sleeps for the marketplace, so that a person can see why nothing moves.</summary>
public interface IWaitObserver
{
    /// <summary>Called before a wait of more than a second.</summary>
    /// <param name="until">When the call goes on.</param>
    /// <param name="reason">For a person: <c>Amazon's quota for orders refills</c>.</param>
    Task WaitingAsync(DateTimeOffset until, string reason, CancellationToken cancellationToken);
}

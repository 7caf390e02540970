namespace AmazonIn.Domain.UseCases.Outbox;

/// <summary>
/// What is sent to others than channels. Each target is sent to in a task and under a lease of its own, so that a slow
/// one holds up no other.
/// </summary>
public interface IOutboxTargets
{
    /// <summary>Short and stable; a part of the lease's name.</summary>
    string Kind { get; }

    /// <summary>Those that may be sent to now.</summary>
    Task<IReadOnlyCollection<long>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Sends what is due to the target, and returns. Safe to break off and to repeat.</summary>
    Task SendAsync(long targetId, CancellationToken cancellationToken);
}

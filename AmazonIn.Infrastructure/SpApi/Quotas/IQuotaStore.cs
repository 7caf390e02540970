namespace AmazonIn.Infrastructure.SpApi.Quotas;

/// <summary>
/// The state of the token buckets, one a seller account and operation, shared by all portal instances and kept over
/// restarts, so that a restart does not burst.
/// </summary>
internal interface IQuotaStore
{
    /// <summary>Takes a token, atomically over all instances.</summary>
    /// <returns>Zero when taken; otherwise how long until a token is there (then nothing was taken).</returns>
    Task<TimeSpan> TakeAsync(string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Amazon answered 429: the bucket is empty whatever we thought.</summary>
    Task EmptyAsync(string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Tokens left now, for the screen; null where the operation was never called.</summary>
    Task<double?> LeftAsync(string sellerId, UsagePlan plan, DateTimeOffset now, CancellationToken cancellationToken);
}

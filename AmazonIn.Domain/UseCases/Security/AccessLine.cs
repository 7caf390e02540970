namespace AmazonIn.Domain.UseCases.Security;

/// <summary>A person or an API key that has access.</summary>
/// <param name="Id"><c>user:3</c> or <c>key:1</c>.</param>
/// <param name="Rights">The person's role, or the key's scopes.</param>
/// <param name="State">What keeps it from being used just now, in a word; null where nothing does.</param>
/// <param name="LastSeenAt">Last sign-in, or last use; null where there was none.</param>
/// <param name="SecondFactor">Null for a key, which has none.</param>
/// <param name="TrainedOn">Null for a key, and for somebody without a recorded training.</param>
public sealed record AccessLine(
    string Id,
    long? UserId,
    string Name,
    string Detail,
    string Rights,
    string? State,
    DateTimeOffset Since,
    DateTimeOffset? LastSeenAt,
    bool? SecondFactor,
    DateOnly? TrainedOn)
{
    /// <summary>Leaves name and address out of logs.</summary>
    public override string ToString() => Id;
}

namespace AmazonIn.Domain.Ports.Stores;

/// <summary>An API key to make.</summary>
/// <param name="Scopes">One or more of <see cref="Access.ApiScope.All"/>.</param>
/// <param name="CreatedBy">Name of the person, for the list.</param>
/// <param name="ExpiresAt">At most 365 days ahead.</param>
public sealed record NewApiKey(
    string Name,
    IReadOnlyCollection<string> Scopes,
    string CreatedBy,
    DateTimeOffset ExpiresAt)
{
    public const int NameMaxLength = 100;

    public static TimeSpan LongestLife { get; } = TimeSpan.FromDays(365);
}

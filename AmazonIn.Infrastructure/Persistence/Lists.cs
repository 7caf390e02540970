namespace AmazonIn.Infrastructure.Persistence;

/// <summary>Long lists in queries.</summary>
internal static class Lists
{
    /// <summary>
    /// Values that one query may ask for: on SQL Server each is a parameter, and it takes 2,100 of them at most.
    /// </summary>
    public const int Size = 500;
}

namespace AmazonIn.Domain.Common;

/// <summary>An order by one key of a list's own set of keys.</summary>
public sealed record SortBy<TKey>(TKey Key, bool Descending = false)
    where TKey : struct, Enum;

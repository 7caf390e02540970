using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>What SQLite needs beyond the common model. Its text comparison is ordinal by itself.</summary>
internal static class SqliteModel
{
    private const string IsTrue = " = 1";

    public static void Apply(ModelBuilder builder)
    {
        foreach (var index in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetIndexes()))
        {
            // EF asks for `"Flag"`, not for `"Flag" = 1`, and SQLite uses a partial index only where it sees the
            // index's own condition.
            if (index.GetFilter() is { } filter && filter.EndsWith(IsTrue, StringComparison.Ordinal))
            {
                index.SetFilter(filter[..^IsTrue.Length]);
            }
        }
    }
}

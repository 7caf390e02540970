using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Sync;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>What SQLite needs beyond the common model. Its text comparison is ordinal by itself.</summary>
internal static class SqliteModel
{
    private const string IsTrue = " = 1";

    // Their ids mean nothing outside, so an id may come again after its row was deleted; AUTOINCREMENT, which prevents
    // that, writes to a second table with every row.
    private static readonly Type[] IdsMayReturn = [typeof(OrderLine), typeof(OrderComment), typeof(SyncEntry)];

    public static void Apply(ModelBuilder builder)
    {
        foreach (var type in IdsMayReturn)
        {
            builder.Model.FindEntityType(type)?.FindProperty("Id")!
                .SetValueGenerationStrategy(SqliteValueGenerationStrategy.None);
        }

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

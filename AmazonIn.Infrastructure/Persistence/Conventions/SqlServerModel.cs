using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>What SQL Server needs beyond the common model.</summary>
internal static class SqlServerModel
{
    /// <summary>Compares code points; the default collation takes upper and lower case for the same.</summary>
    public const string OrdinalCollation = "Latin1_General_100_BIN2";

    public static void Apply(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.FindAnnotation(ModelConventions.OrdinalAnnotation) is not null)
            {
                property.SetCollation(OrdinalCollation);
                property.SetValueConverter(typeof(TrailingBlankConverter));
            }
        }
    }
}

using AmazonIn.Domain.Tax;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace AmazonIn.Infrastructure.Persistence.Conventions;

/// <summary>What holds for every column of its type, in both databases and with both providers.</summary>
internal static class ModelConventions
{
    /// <summary>Longest name of a stored enum value.</summary>
    public const int EnumMaxLength = 32;

    /// <summary>Marks a text column whose values are compared character by character on every provider.</summary>
    public const string OrdinalAnnotation = "AmazonIn:Ordinal";

    public static void Apply(ModelConfigurationBuilder conventions)
    {
        // Indexes are chosen one by one: each costs import speed.
        conventions.Conventions.Remove<ForeignKeyIndexConvention>();
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(EnumMaxLength).AreUnicode(false);
        conventions.Properties<decimal>().HavePrecision(19, 4);
        conventions.Properties<GstState>().HaveConversion<GstStateConverter>()
            .HaveMaxLength(GstState.CodeLength).AreUnicode(false);
    }

    /// <summary>SKUs and Amazon's ids: two values that differ in case are two values.</summary>
    public static PropertyBuilder<TProperty> IsOrdinal<TProperty>(this PropertyBuilder<TProperty> property)
    {
        property.HasAnnotation(OrdinalAnnotation, true);
        return property;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmazonIn.Infrastructure.Persistence.Bulk;

/// <summary>A column as the EF model describes it, with its value as the database takes it.</summary>
/// <param name="Name">The column's name, without quotes.</param>
/// <param name="StoreType">The provider's type, such as <c>nvarchar(255)</c>.</param>
/// <param name="ProviderType">What <paramref name="Read"/> gives, null aside.</param>
/// <param name="Read">The converted value of a row, or null.</param>
internal sealed record BulkColumn<T>(
    string Name,
    string StoreType,
    bool IsNullable,
    Type ProviderType,
    Func<T, object?> Read)
{
    public static BulkColumn<T> Of(IProperty property, StoreObjectIdentifier table)
    {
        var mapping = property.GetRelationalTypeMapping();
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return new BulkColumn<T>(
            property.GetColumnName(table) ?? property.Name,
            property.GetColumnType(table),
            property.IsNullable,
            Nullable.GetUnderlyingType(stored) ?? stored,
            BulkAccessors.Getter<T>(property, mapping.Converter));
    }
}

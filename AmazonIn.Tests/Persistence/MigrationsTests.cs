using AmazonIn.Domain.Catalog;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmazonIn.Tests.Persistence;

public sealed class MigrationsTests
{
    public static TheoryData<string> Contexts => ["Sqlite", "SqliteKeys", "SqlServer", "SqlServerKeys"];

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Migrations_hold_everything_that_the_model_says(string name)
    {
        using var context = Make(name);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Every_text_of_ours_has_a_length(string name)
    {
        using var context = Make(name);
        string[] unbounded = ["SalesOrder.Flags"];

        var missing = context.Model.GetEntityTypes()
            .Where(entity => entity.ClrType.Assembly.GetName().Name!.StartsWith("AmazonIn", StringComparison.Ordinal))
            .SelectMany(entity => entity.GetDeclaredProperties())
            .Where(property => StoredType(property) == typeof(string) && property.GetMaxLength() is null)
            .Where(property => property.PropertyInfo?.DeclaringType?.Namespace?.StartsWith("AmazonIn", StringComparison.Ordinal) == true)
            .Select(property => $"{property.DeclaringType.ClrType.Name}.{property.Name}")
            .Except(unbounded);

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Instants_amounts_and_enums_are_stored_alike_everywhere(string name)
    {
        using var context = Make(name);
        var properties = context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).ToList();

        Assert.All(Of<DateTimeOffset>(properties), property => Assert.Equal(typeof(DateTime), StoredType(property)));
        Assert.All(Of<decimal>(properties), property => Assert.Equal((19, 4), (property.GetPrecision(), property.GetScale())));
        Assert.All(
            properties.Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum),
            property => Assert.Equal((typeof(string), 32), (StoredType(property), property.GetMaxLength())));
    }

    [Fact]
    public void Identity_has_the_schema_with_passkeys()
    {
        using var context = Make("Sqlite");

        Assert.Contains(context.Model.GetEntityTypes(), entity => entity.GetTableName() == "AspNetUserPasskeys");
    }

    [Fact]
    [Trait("Row", "I5")]
    public void Sku_that_ends_in_a_blank_is_another_one_on_SQL_Server_too()
    {
        using var context = Make("SqlServer");
        var stored = context.Model.FindEntityType(typeof(Item))!.FindProperty(nameof(Item.Sku))!.GetTypeMapping().Converter!;

        Assert.Equal("A", stored.ConvertToProvider("A"));
        Assert.NotEqual("A", ((string)stored.ConvertToProvider("A ")!).TrimEnd(' '));
        Assert.All(["A", "A ", " A  ", ""], sku => Assert.Equal(sku, stored.ConvertFromProvider(stored.ConvertToProvider(sku))));
    }

    internal static DbContext Make(string name) => name switch
    {
        "Sqlite" => new SqlitePortalContextFactory().CreateDbContext([]),
        "SqliteKeys" => new SqliteKeyContextFactory().CreateDbContext([]),
        "SqlServer" => new SqlServerPortalContextFactory().CreateDbContext([]),
        "SqlServerKeys" => new SqlServerKeyContextFactory().CreateDbContext([]),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static IEnumerable<IProperty> Of<T>(IEnumerable<IProperty> properties) => properties
        .Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(T));

    private static Type StoredType(IProperty property) =>
        property.GetTypeMapping().Converter?.ProviderClrType is { } stored
            ? Nullable.GetUnderlyingType(stored) ?? stored
            : property.ClrType;
}

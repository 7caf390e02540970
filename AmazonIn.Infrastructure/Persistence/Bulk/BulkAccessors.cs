using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AmazonIn.Infrastructure.Persistence.Bulk;

/// <summary>Compiles access to properties of the model, private setters and value converters included.</summary>
internal static class BulkAccessors
{
    public static Func<T, object?> Getter<T>(IProperty property, ValueConverter? converter)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression value = Member(row, property);
        var isNullableStruct = Nullable.GetUnderlyingType(value.Type) is not null;
        Expression converted = isNullableStruct ? Expression.Property(value, "Value") : value;
        if (converter is not null)
        {
            var conversion = converter.ConvertToProviderExpression;
            converted = ReplacingExpressionVisitor.Replace(
                conversion.Parameters[0], Expression.Convert(converted, converter.ModelClrType), conversion.Body);
        }

        Expression boxed = Expression.Convert(converted, typeof(object));
        if (isNullableStruct || !value.Type.IsValueType)
        {
            var isNull = Expression.Equal(value, Expression.Constant(null, value.Type));
            boxed = Expression.Condition(isNull, Expression.Constant(null), boxed);
        }

        return Expression.Lambda<Func<T, object?>>(boxed, row).Compile();
    }

    public static Action<T, TValue> Setter<T, TValue>(IProperty property)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var value = Expression.Parameter(typeof(TValue), "value");
        var assign = Expression.Assign(Member(row, property), Expression.Convert(value, property.ClrType));
        return Expression.Lambda<Action<T, TValue>>(assign, row, value).Compile();
    }

    public static Func<T, TValue> Typed<T, TValue>(IProperty property)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, TValue>>(Expression.Convert(Member(row, property), typeof(TValue)), row).Compile();
    }

    // The field is preferred: it can be written whatever the setter's access is.
    private static MemberExpression Member(Expression row, IProperty property) =>
        property.FieldInfo is { } field
            ? Expression.Field(row, field)
            : Expression.Property(
                row,
                property.PropertyInfo ?? throw new InvalidOperationException($"{property} has no member."));
}

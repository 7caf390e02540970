using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmazonIn.Infrastructure.Persistence.Bulk;

/// <summary>
/// How rows of a type are written in bulk. Columns, types and converters come from the EF model, so that a bulk
/// written row and one saved by EF cannot differ. Built once for a model.
/// </summary>
internal sealed class BulkTable<T>
    where T : class
{
    private static readonly ConcurrentDictionary<IModel, BulkTable<T>> Cache = new();

    private readonly ConcurrentDictionary<string, Delegate> _setters = new(StringComparer.Ordinal);
    private readonly IEntityType _entity;
    private readonly Action<T, long>? _setId;
    private readonly Func<T, long>? _getId;
    private readonly Action<T, int>? _setVersion;
    private readonly Func<T, int>? _getVersion;

    private BulkTable(IEntityType entity)
    {
        _entity = entity;
        Name = entity.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} has no table.");
        var table = StoreObjectIdentifier.Table(Name, entity.GetSchema());
        var key = entity.FindPrimaryKey()!.Properties.Single();
        var version = entity.GetProperties().SingleOrDefault(property => property.IsConcurrencyToken);
        Key = BulkColumn<T>.Of(key, table);
        Version = version is null ? null : BulkColumn<T>.Of(version, table);
        Columns = [.. entity.GetProperties()
            .Where(property => property != key && property != version)
            .Select(property => BulkColumn<T>.Of(property, table))];
        HasGeneratedKey = key.ValueGenerated == ValueGenerated.OnAdd;
        if (key.ClrType == typeof(long))
        {
            _setId = BulkAccessors.Setter<T, long>(key);
            _getId = BulkAccessors.Typed<T, long>(key);
        }

        if (version is not null)
        {
            _setVersion = BulkAccessors.Setter<T, int>(version);
            _getVersion = BulkAccessors.Typed<T, int>(version);
        }
    }

    public string Name { get; }

    public BulkColumn<T> Key { get; }

    /// <summary>Whether the database makes the key.</summary>
    public bool HasGeneratedKey { get; }

    /// <summary>The concurrency token: 1 when inserted, one more with each update.</summary>
    public BulkColumn<T>? Version { get; }

    /// <summary>Everything but key and version.</summary>
    public IReadOnlyList<BulkColumn<T>> Columns { get; }

    public static BulkTable<T> For(DbContext context) => Cache.GetOrAdd(
        context.Model,
        static model => new BulkTable<T>(
            model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T)} is not mapped.")));

    /// <summary>Sets a property that the class itself does not let us set, such as the id of a parent just added.</summary>
    public Action<T, TValue> Setter<TValue>(string property) => (Action<T, TValue>)_setters.GetOrAdd(
        property, name => BulkAccessors.Setter<T, TValue>(_entity.GetProperty(name)));

    public long GetId(T row) => _getId!(row);

    public void SetId(T row, long id) => _setId!(row, id);

    public void CountVersionUp(T row) => _setVersion?.Invoke(row, _getVersion!(row) + 1);
}

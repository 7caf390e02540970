using AmazonIn.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// Remembers which entities a transaction saved, and takes from them, when it is rolled back, the ids and versions that
/// never came to be. Without it a second try would take a new entity for a stored one.
/// </summary>
internal sealed class Rollback : IDisposable
{
    private readonly ChangeTracker _tracker;
    private readonly List<(EntityEntry Entry, bool Added)> _saved = [];

    public Rollback(DbContext context)
    {
        _tracker = context.ChangeTracker;
        _tracker.StateChanged += Remember;
    }

    public void Undo()
    {
        foreach (var (entry, added) in _saved)
        {
            if (entry.Metadata.FindProperty(VersionInterceptor.Property) is { IsConcurrencyToken: true } version)
            {
                var member = version.PropertyInfo!;
                member.SetValue(entry.Entity, (int)member.GetValue(entry.Entity)! - 1);
            }

            var key = entry.Metadata.FindPrimaryKey()!.Properties[0];
            if (added && key.ValueGenerated == ValueGenerated.OnAdd && key.ClrType == typeof(long))
            {
                key.PropertyInfo!.SetValue(entry.Entity, 0L);
            }
        }

        _saved.Clear();
    }

    public void Dispose() => _tracker.StateChanged -= Remember;

    private void Remember(object? sender, EntityStateChangedEventArgs change)
    {
        if (change is { OldState: EntityState.Added or EntityState.Modified, NewState: EntityState.Unchanged })
        {
            _saved.Add((change.Entry, change.OldState == EntityState.Added));
        }
    }
}

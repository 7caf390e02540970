using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AmazonIn.Infrastructure.Persistence.Interceptors;

/// <summary>
/// Counts up the version of what is saved, so that the second of two savers of the same thing is told. A row version
/// of the database would do the same, but SQLite has none. A new row starts at 1: 0 stands for "never saved".
/// </summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public const string Property = "Version";

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        CountUp(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        CountUp(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => TakeBack(eventData.Context);

    public override Task SaveChangesFailedAsync(
        DbContextErrorEventData eventData,
        CancellationToken cancellationToken = default)
    {
        TakeBack(eventData.Context);
        return Task.CompletedTask;
    }

    // A lost race is told apart from other failures, and does not come by SaveChangesFailed.
    public override InterceptionResult ThrowingConcurrencyException(
        ConcurrencyExceptionEventData eventData, InterceptionResult result)
    {
        TakeBack(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        TakeBack(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void CountUp(DbContext? context)
    {
        foreach (var version in VersionsOf(context))
        {
            version.CurrentValue = (int)version.CurrentValue! + 1;
        }
    }

    private static void TakeBack(DbContext? context)
    {
        foreach (var version in VersionsOf(context))
        {
            version.CurrentValue = (int)version.CurrentValue! - 1;
        }
    }

    private static IEnumerable<PropertyEntry> VersionsOf(DbContext? context) =>
        (context?.ChangeTracker.Entries() ?? [])
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .Where(entry => entry.Metadata.FindProperty(Property) is { IsConcurrencyToken: true } version
                && version.ClrType == typeof(int))
            .Select(entry => entry.Property(Property));
}

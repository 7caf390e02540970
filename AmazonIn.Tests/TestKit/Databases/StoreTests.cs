using AmazonIn.Infrastructure.Persistence;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.TestKit.Databases;

/// <summary>
/// Tests that run against a real database. A class of them is abstract and has two nested ones, one a provider; without
/// a SQL Server its half is skipped with the reason.
/// </summary>
public abstract class StoreTests(DatabaseProvider provider) : IAsyncLifetime
{
    private TestDatabase? _database;

    private protected FakeTimeProvider Clock { get; } = new(TestDatabase.Start);

    private protected TestDatabase Database => _database!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider, Clock);
        await ArrangeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>What every test of the class needs to be there.</summary>
    protected virtual Task ArrangeAsync() => Task.CompletedTask;
}

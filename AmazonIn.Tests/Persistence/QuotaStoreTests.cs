using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Persistence;

public abstract class QuotaStoreTests(DatabaseProvider provider) : StoreTests(provider)
{
    private static readonly UsagePlan Search = new("searchOrders", 0.0056, 20);

    private IQuotaStore Quotas => Database.Get<IQuotaStore>();

    [Fact]
    public async Task Bucket_starts_full_and_then_gives_what_flows_in()
    {
        Assert.Null(await LeftAsync());
        for (var call = 0; call < 20; call++)
        {
            Assert.Equal(TimeSpan.Zero, await TakeAsync());
        }

        var wait = await TakeAsync();
        Assert.InRange(wait.TotalSeconds, 178, 179);

        Clock.Advance(wait);
        Assert.Equal(TimeSpan.Zero, await TakeAsync());
        Assert.NotEqual(TimeSpan.Zero, await TakeAsync());
    }

    [Fact]
    public async Task Bucket_never_holds_more_than_its_burst()
    {
        await TakeAsync();
        Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(20, await LeftAsync());
    }

    [Fact]
    public async Task Refusal_by_amazon_empties_the_bucket()
    {
        await TakeAsync();
        await Quotas.EmptyAsync("A1", Search, Clock.GetUtcNow(), Cancelled);

        Assert.Equal(0, await LeftAsync());
        Assert.NotEqual(TimeSpan.Zero, await TakeAsync());
        Assert.Equal(TimeSpan.Zero, await Quotas.TakeAsync("A2", Search, Clock.GetUtcNow(), Cancelled));
    }

    [Fact]
    public async Task Restart_does_not_refill_the_bucket()
    {
        for (var call = 0; call < 20; call++)
        {
            await TakeAsync();
        }

        await using var restarted = Database.AnotherInstance();

        Assert.NotEqual(
            TimeSpan.Zero,
            await restarted.GetRequiredService<IQuotaStore>().TakeAsync("A1", Search, Clock.GetUtcNow(), Cancelled));
    }

    [Fact]
    public async Task Clock_that_goes_back_gives_nothing_twice()
    {
        for (var call = 0; call < 20; call++)
        {
            await TakeAsync();
        }

        var earlier = Clock.GetUtcNow().AddHours(-1);
        Assert.NotEqual(TimeSpan.Zero, await Quotas.TakeAsync("A1", Search, earlier, Cancelled));
        await Quotas.EmptyAsync("A1", Search, earlier, Cancelled);

        Assert.Equal(0, await LeftAsync());
    }

    [Fact]
    [Trait("Row", "A3")]
    public async Task Instances_share_a_bucket_to_the_token()
    {
        await using var other = Database.AnotherInstance();
        var stores = new[] { Quotas, other.GetRequiredService<IQuotaStore>() };

        var waits = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => Task.Run(() =>
            stores[index % 2].TakeAsync("A1", Search, Clock.GetUtcNow(), Cancelled))));

        Assert.Equal(20, waits.Count(wait => wait == TimeSpan.Zero));
        await using var db = Database.Open();
        Assert.Equal(1, await db.QuotaBuckets.CountAsync(Cancelled));
    }

    private Task<TimeSpan> TakeAsync() => Quotas.TakeAsync("A1", Search, Clock.GetUtcNow(), Cancelled);

    private Task<double?> LeftAsync() => Quotas.LeftAsync("A1", Search, Clock.GetUtcNow(), Cancelled);

    public sealed class OnSqlite() : QuotaStoreTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : QuotaStoreTests(DatabaseProvider.SqlServer);
}

using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Tax;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Tests.TestKit.Databases;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Tests.Persistence;

public abstract class OrganisationStoreTests(DatabaseProvider provider) : StoreTests(provider)
{
    private IOrganisationStore Organisations => Database.Get<IOrganisationStore>();

    [Fact]
    [Trait("Row", "P2")]
    public async Task Zero_percent_rates_exist_before_anything_is_set_up()
    {
        await using var db = Database.Open();

        var names = await db.TaxRates.Select(rate => rate.Name).ToListAsync(Cancelled);

        Assert.Superset(new HashSet<string> { "IGST0", "CGST0", "SGST0", "UTGST0" }, names.ToHashSet());
        Assert.Equal(TaxRate.Initial.DistinctBy(rate => rate.Name).Count(), names.Count);
        Assert.Empty(await db.Organisations.ToListAsync(Cancelled));
        Assert.Empty(await db.Warehouses.ToListAsync(Cancelled));
    }

    [Fact]
    public async Task First_save_makes_the_primary_warehouse()
    {
        await Organisations.SaveAsync(AnOrganisation(), Clock.GetUtcNow(), Cancelled);

        var primary = await Database.Get<IWarehouseStore>().GetPrimaryAsync(Cancelled);
        var saved = await Organisations.FindAsync(Cancelled);

        Assert.Equal("Main warehouse", primary.Name);
        Assert.Equal("Rao Textiles", saved!.Name);
        Assert.Equal("29", saved.HomeState!.Code);
        Assert.Equal(1, saved.Version);
    }

    [Fact]
    public async Task Second_of_two_savers_is_told()
    {
        await Organisations.SaveAsync(AnOrganisation(), Clock.GetUtcNow(), Cancelled);
        var mine = await Organisations.FindAsync(Cancelled);
        var theirs = await Organisations.FindAsync(Cancelled);
        theirs!.Prefer(OrderPreference.Confirmed);
        await Organisations.SaveAsync(theirs, Clock.GetUtcNow(), Cancelled);
        mine!.Change("Rao & Sons", "INR", null, "Asia/Kolkata", true);

        await Assert.ThrowsAsync<ConcurrentChangeException>(
            () => Organisations.SaveAsync(mine, Clock.GetUtcNow(), Cancelled));

        Assert.Equal(1, mine.Version);
        Assert.Equal("Rao Textiles", (await Organisations.FindAsync(Cancelled))!.Name);
    }

    [Fact]
    public async Task There_is_one_organisation_and_one_primary_warehouse()
    {
        await Organisations.SaveAsync(AnOrganisation(), Clock.GetUtcNow(), Cancelled);

        await Assert.ThrowsAsync<ConcurrentChangeException>(
            () => Organisations.SaveAsync(AnOrganisation(), Clock.GetUtcNow(), Cancelled));
        await Assert.ThrowsAsync<ConcurrentChangeException>(() => Database.Get<IWarehouseStore>().AddAsync(
            new Warehouse("Second", isPrimary: true, Clock.GetUtcNow()), Cancelled));
    }

    [Fact]
    public async Task Warehouses_are_found_by_name_whatever_the_case()
    {
        var warehouses = Database.Get<IWarehouseStore>();
        await warehouses.AddAsync(new Warehouse("गोदाम Pune", isPrimary: false, Clock.GetUtcNow()), Cancelled);

        Assert.NotNull(await warehouses.FindByNameAsync("गोदाम PUNE", Cancelled));
        Assert.Null(await warehouses.FindByNameAsync("Pune", Cancelled));
    }

    private static Organisation AnOrganisation() =>
        new("Rao Textiles", "INR", GstState.Find("29"), "Asia/Kolkata", taxRatesEnabled: true);

    public sealed class OnSqlite() : OrganisationStoreTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : OrganisationStoreTests(DatabaseProvider.SqlServer);
}

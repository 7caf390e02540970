using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Tax;
using AmazonIn.Infrastructure.Persistence;

namespace AmazonIn.Tests.Persistence.Queries;

public abstract class WarehouseAndTaxRateQueryTests(DatabaseProvider provider) : QueryTests(provider)
{
    [Fact]
    public async Task The_primary_warehouse_comes_first_and_each_has_the_sums_of_what_it_holds()
    {
        var pune = await AddAsync(new Warehouse("Pune", isPrimary: false, Clock.GetUtcNow()));
        var agra = await AddAsync(new Warehouse("Agra", isPrimary: false, Clock.GetUtcNow()));
        var kurta = await AddItemAsync("KURTA");
        var saree = await AddItemAsync("SAREE");
        var gone = await AddItemAsync("GONE");
        await StockAsync(kurta, 5, 1);
        await StockAsync(saree, 7, 2);
        await StockAsync(gone, 0);
        await StockAsync(kurta, 3, 0, pune);

        var warehouses = await Database.Get<IWarehouseQueries>().ListAsync(Cancelled);

        Assert.Equal(
            [
                new WarehouseRow(Warehouse.Id, Warehouse.Name, IsPrimary: true, Items: 2, OnHand: 12, Reserved: 3),
                new WarehouseRow(agra.Id, "Agra", IsPrimary: false, Items: 0, OnHand: 0, Reserved: 0),
                new WarehouseRow(pune.Id, "Pune", IsPrimary: false, Items: 1, OnHand: 3, Reserved: 0),
            ],
            warehouses);
    }

    [Fact]
    public async Task Tax_rates_come_by_component_then_by_rate()
    {
        var rates = await Database.Get<ITaxRateQueries>().ListAsync(Cancelled);

        Assert.Equal(
            [TaxComponent.Igst, TaxComponent.Cgst, TaxComponent.Sgst, TaxComponent.Utgst],
            rates.Select(rate => rate.Component).Distinct());
        Assert.Equal(rates.OrderBy(rate => rate.Component).ThenBy(rate => rate.Rate), rates);
        Assert.Equal(("IGST0", 0m), (rates[0].Name, rates[0].Rate));
        Assert.Contains(rates, rate => (rate.Name, rate.Rate) == ("CGST9", 9m));
    }

    public sealed class OnSqlite() : WarehouseAndTaxRateQueryTests(DatabaseProvider.Sqlite);

    public sealed class OnSqlServer() : WarehouseAndTaxRateQueryTests(DatabaseProvider.SqlServer);
}

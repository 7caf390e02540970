using AmazonIn.Domain.Common;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Queries;
using AmazonIn.Tests.TestKit;
using AutoMapper;

namespace AmazonIn.Tests.Persistence.Queries;

/// <summary>
/// What keeps lists quick with hundreds of thousands of orders: SQLite reads them from an index instead of going
/// through the table. It plans alike for few and many rows, since nobody gives it statistics.
/// </summary>
public sealed class QueryPlanTests() : QueryTests(DatabaseProvider.Sqlite)
{
    private const string Sorting = "USE TEMP B-TREE FOR ORDER BY";

    private static readonly SortBy<SalesOrderSort> NewestFirst = new(SalesOrderSort.OrderedAt, Descending: true);

    public static TheoryData<string, SalesOrderFilter> Lists => new()
    {
        { "SCAN s USING COVERING INDEX IX_SalesOrders_OrderedAt", new() },
        {
            "SEARCH s USING COVERING INDEX IX_SalesOrders_Status_OrderedAt (Status=?)",
            new(Status: OrderStatus.Confirmed)
        },
        {
            "SEARCH s USING COVERING INDEX IX_SalesOrders_OrderedAt (OrderedAt>?)",
            new(OrderedFrom: AnAmazonOrder.Ordered)
        },
    };

    public static TheoryData<string, SalesOrderFilter> Few => new()
    {
        {
            "SEARCH s USING COVERING INDEX IX_SalesOrders_UpdatedAt (UpdatedAt>?)",
            new(UpdatedSince: AnAmazonOrder.Ordered)
        },
        { "SEARCH s USING INDEX IX_SalesOrders_CustomerId (CustomerId=?)", new(CustomerId: 1) },
        { "USING COVERING INDEX IX_SalesOrders_NeedsDecision", new(NeedsDecisionOnly: true) },
        {
            "USING INDEX IX_SalesOrders_ChannelId_AmazonOrderId (ChannelId=? AND AmazonOrderId=?)",
            new(AmazonOrderId: "403-1234567-1234567")
        },
        {
            "USING INDEX IX_SalesOrders_ChannelId_AmazonOrderId (ChannelId=? AND AmazonOrderId>? AND AmazonOrderId<?)",
            new("403-1234567")
        },
        { "SEARCH s USING INTEGER PRIMARY KEY (rowid=?)", new("SO-00012") },
        { "SEARCH o USING INDEX IX_OrderLines_ItemId (ItemId=?)", new("kurta") },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public async Task A_long_list_is_read_in_the_order_of_an_index(string plan, SalesOrderFilter filter)
    {
        var plans = await PlansAsync(filter, NewestFirst);

        Assert.Contains(plan, plans, StringComparison.Ordinal);
        Assert.DoesNotContain(Sorting, plans, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Few), DisableDiscoveryEnumeration = true)]
    public async Task What_is_rare_is_found_by_an_index(string plan, SalesOrderFilter filter) =>
        Assert.Contains(plan, await PlansAsync(filter, NewestFirst), StringComparison.Ordinal);

    [Fact]
    public async Task The_rule_can_fail() =>
        Assert.Contains(Sorting, await PlansAsync(new(), new(SalesOrderSort.Total)), StringComparison.Ordinal);

    private async Task<string> PlansAsync(SalesOrderFilter filter, SortBy<SalesOrderSort> sort)
    {
        var statements = new StatementLog(Database);
        var orders = new SalesOrderQueries(statements.Storage, Database.Get<IConfigurationProvider>());
        await orders.ListAsync(filter, sort, new PageRequest(50, 50), Cancelled);
        return await statements.PlansAsync(Cancelled);
    }
}

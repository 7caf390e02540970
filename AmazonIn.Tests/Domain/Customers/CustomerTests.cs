using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Tax;

namespace AmazonIn.Tests.Domain.Customers;

public sealed class CustomerTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    [Trait("Row", "U3")]
    public void The_name_is_the_marketplaces_placeholder() =>
        Assert.Equal("Amazon IN - Customer", new Customer(1, "Amazon IN", "key", Monday).Name);

    [Fact]
    [Trait("Row", "U1")]
    public void The_latest_order_decides_treatment_and_place()
    {
        var customer = new Customer(1, "Amazon IN", "key", Monday);
        customer.Ordered(Monday.AddDays(1), GstTreatment.RegisteredBusiness, GstState.Find("27"));
        customer.Ordered(Monday.AddDays(-1), GstTreatment.Consumer, GstState.Find("29"));

        Assert.Equal(GstTreatment.RegisteredBusiness, customer.GstTreatment);
        Assert.Equal("27", customer.PlaceOfSupply?.Code);
        Assert.Equal((Monday.AddDays(-1), Monday.AddDays(1)), (customer.FirstOrderAt, customer.LastOrderAt));
    }
}

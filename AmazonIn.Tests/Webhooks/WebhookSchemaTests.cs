using System.Reflection;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Webhooks;

namespace AmazonIn.Tests.Webhooks;

/// <summary>What leaves by webhook has no room for personal data, by type.</summary>
[Trait("Row", "X5")]
[Trait("Row", "U-03")]
[Trait("Row", "W-05")]
public sealed class WebhookSchemaTests
{
    [Fact]
    public void Payload_is_a_kind_a_time_and_an_id()
    {
        Assert.Equal(
            ["Data.Id:Int64", "Data.Object:String", "Timestamp:DateTimeOffset", "Type:String"],
            LeavesOf(typeof(WebhookBody)).Order(StringComparer.Ordinal));
        Assert.All(WebhookEventType.All, type => Assert.Matches("^[a-z-]+\\.[a-z-]+$", type));
    }

    [Fact]
    public void Event_and_delivery_have_no_text_that_anybody_could_choose()
    {
        Assert.Equal(
            ["MessageId", "SubjectKind", "Type"],
            typeof(WebhookDelivery).GetProperties().Where(property => property.PropertyType == typeof(string))
                .Select(property => property.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["SubjectId", "Type"], typeof(WebhookEvent).GetProperties().Select(property => property.Name).Order());
    }

    [Fact]
    public void The_rule_sees_personal_data() =>
        Assert.Contains(LeavesOf(typeof(BuyerContact)), leaf => leaf.Contains("Name", StringComparison.Ordinal));

    private static IEnumerable<string> LeavesOf(Type type, string path = "") => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(property => property.PropertyType.Namespace == "System"
            ? [$"{path}{property.Name}:{property.PropertyType.Name}"]
            : LeavesOf(property.PropertyType, $"{path}{property.Name}."));
}

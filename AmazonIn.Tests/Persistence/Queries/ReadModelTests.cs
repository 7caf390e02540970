using System.Text.RegularExpressions;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Persistence.Queries;
using AutoMapper;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Persistence.Queries;

public sealed partial class ReadModelTests
{
    private static readonly Type[] PersonalTypes =
        [typeof(BuyerContact), typeof(ContactAddress), typeof(SealedContact)];

    [Fact]
    public void No_read_model_has_room_for_personal_data_of_a_buyer()
    {
        var models = typeof(SalesOrderRow).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(SalesOrderRow).Namespace)
            .Where(type => type is { IsInterface: false, IsEnum: false })

            // A person who signs in is no buyer, and is listed for administrators by e-mail address; the recipient of a
            // webhook is a company that the seller named.
            .Where(type => type != typeof(UserRow) && type != typeof(WebhookRow))
            .ToList();

        Assert.Contains(typeof(SalesOrderDetails), models);
        Assert.Empty(models.SelectMany(PersonalPropertiesOf));
    }

    [Fact]
    public void The_rule_can_fail()
    {
        Assert.NotEmpty(PersonalPropertiesOf(typeof(BuyerContact)));
        Assert.Equal(["NamedAfterABuyer.BuyerName"], PersonalPropertiesOf(typeof(NamedAfterABuyer)));
        Assert.Equal(["WithAPhone.RecipientPhone"], PersonalPropertiesOf(typeof(WithAPhone)));
        Assert.Equal(["WithAContact.Details"], PersonalPropertiesOf(typeof(WithAContact)));
        Assert.Equal(["WithContacts.ByLine"], PersonalPropertiesOf(typeof(WithContacts)));
        Assert.NotEmpty(PersonalPropertiesOf(typeof(UserRow)));
    }

    [Fact]
    public void Every_projection_fills_its_read_model()
    {
        using var services = new ServiceCollection().AddLogging().AddQueries().BuildServiceProvider();

        services.GetRequiredService<IConfigurationProvider>().AssertConfigurationIsValid();
    }

    private static IEnumerable<string> PersonalPropertiesOf(Type model) => model.GetProperties()
        .Where(property => PersonalName().IsMatch(property.Name) || TypesIn(property.PropertyType).Any(IsPersonal))
        .Select(property => $"{model.Name}.{property.Name}");

    private static bool IsPersonal(Type type) => PersonalTypes.Contains(type);

    private static IEnumerable<Type> TypesIn(Type type) =>
    [
        type,
        .. type.GetGenericArguments().SelectMany(TypesIn),
        .. type.HasElementType ? TypesIn(type.GetElementType()!) : [],
    ];

    [GeneratedRegex("^(Buyer|Recipient|ShipToName|GiftMessage)|Phone|E?[Mm]ail|Address|(Pin|Postal)Code|Gstin")]
    private static partial Regex PersonalName();

    private sealed record NamedAfterABuyer(long Id, string BuyerName);

    private sealed record WithAPhone(string RecipientPhone);

    private sealed record WithAContact(BuyerContact Details);

    private sealed record WithContacts(IReadOnlyDictionary<long, IReadOnlyList<ContactAddress>> ByLine);
}

using System.Reflection;
using AmazonIn.Domain.Ports.Documents;
using AmazonIn.Domain.Ports.Parcels;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Infrastructure.Documents;
using AmazonIn.Portal.Composition;
using AmazonIn.Portal.Endpoints.Health;
using NetArchTest.Rules;

namespace AmazonIn.Tests.Architecture;

/// <summary>
/// What leaves the portal without personal data cannot even name its types (X4, security.md C-06). What may is listed
/// nowhere: it is simply not in these namespaces.
/// </summary>
[Trait("Row", "X4")]
public sealed class PersonalDataTests
{
    private static readonly Type[] _personal =
        [typeof(BuyerContact), typeof(ContactAddress), typeof(Recipient), typeof(IContactVault), typeof(ContactRelease)];

    // Every type below these must do without; a namespace that comes to be holds the rule from its first type on.
    private static readonly (Assembly Assembly, string Namespace)[] _free =
    [
        (typeof(Table).Assembly, "AmazonIn.Domain.Ports.Queries"),
        (typeof(Table).Assembly, "AmazonIn.Domain.Ports.Documents"),
        (typeof(Table).Assembly, "AmazonIn.Domain.UseCases.Exports"),
        (typeof(Table).Assembly, "AmazonIn.Domain.UseCases.SalesOrders"),
        (typeof(Table).Assembly, "AmazonIn.Domain.UseCases.Webhooks"),
        (typeof(Table).Assembly, "AmazonIn.Domain.Webhooks"),
        (typeof(OrderSheetPrinter).Assembly, "AmazonIn.Infrastructure.Documents.Pdf"),
        (typeof(OrderSheetPrinter).Assembly, "AmazonIn.Infrastructure.Documents.Tables"),
        (typeof(OrderSheetPrinter).Assembly, "AmazonIn.Infrastructure.Persistence.Queries"),
        (typeof(OrderSheetPrinter).Assembly, "AmazonIn.Infrastructure.Webhooks"),
        (typeof(PortalHost).Assembly, "AmazonIn.Portal.Endpoints"),
        (typeof(PortalHost).Assembly, "AmazonIn.Portal.Features.Exports"),
        (typeof(PortalHost).Assembly, "AmazonIn.Portal.Features.OrderSheets"),
        (typeof(PortalHost).Assembly, "AmazonIn.Portal.Features.Webhooks"),
    ];

    private static string[] PersonalNames => [.. _personal.Select(type => type.FullName!)];

    [Fact]
    public void What_leaves_without_personal_data_cannot_name_it()
    {
        foreach (var (assembly, name) in _free)
        {
            var result = Types.InAssembly(assembly)
                .That().ResideInNamespace(name)
                // Whether the vault can be opened is a matter of health; it opens nobody's contact.
                .And().DoNotHaveName(nameof(KeysCheck))
                .ShouldNot().HaveDependencyOnAny(PersonalNames)
                .GetResult();

            Assert.True(result.IsSuccessful, $"{name}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }

        Assert.False(Names(typeof(OrderSheetPrinter)), nameof(OrderSheetPrinter));
    }

    [Theory]
    [InlineData(typeof(SalesOrderDetails))]
    [InlineData(typeof(PackageRow))]
    [InlineData(typeof(ShipmentRow))]
    [InlineData(typeof(CustomerRow))]
    [InlineData(typeof(OrderSheet))]
    [InlineData(typeof(Table))]
    public void Nothing_that_hangs_on_it_is_personal(Type root) => Assert.DoesNotContain(Reach(root), _personal.Contains);

    [Fact]
    public void The_rules_can_fail()
    {
        var control = Types.InAssembly(typeof(Table).Assembly)
            .That().ResideInNamespace("AmazonIn.Domain.UseCases.Parcels")
            .ShouldNot().HaveDependencyOnAny(PersonalNames)
            .GetResult();

        Assert.False(control.IsSuccessful);
        Assert.True(Names(typeof(AmazonIn.Infrastructure.Documents.Parcels.ParcelPrinter).Assembly.GetType("AmazonIn.Infrastructure.Documents.Parcels.LabelPages")!));
        Assert.Contains(Reach(typeof(ParcelLabel)), _personal.Contains);
        Assert.Contains(Reach(typeof(PackageSlip)), _personal.Contains);
    }

    [Theory]
    [InlineData("AmazonIn.Domain.Ports.Documents")]
    [InlineData("AmazonIn.Domain.UseCases.Exports")]
    [InlineData("AmazonIn.Infrastructure.Documents.Tables")]
    [InlineData("AmazonIn.Portal.Endpoints")]
    [InlineData("AmazonIn.Portal.Features.Exports")]
    [InlineData("AmazonIn.Portal.Features.OrderSheets")]
    public void The_rules_look_at_something(string name) =>
        Assert.NotEmpty(Types.InAssembly(_free.First(free => free.Namespace == name).Assembly).That().ResideInNamespace(name).GetTypes());

    private static bool Names(Type type) => !Types.InAssembly(type.Assembly)
        .That().ResideInNamespace(type.Namespace!).And().HaveName(type.Name)
        .ShouldNot().HaveDependencyOnAny(PersonalNames)
        .GetResult().IsSuccessful;

    // All of our types that somebody who holds the root can come to through what it shows.
    private static HashSet<Type> Reach(Type root)
    {
        var reached = new HashSet<Type>();
        var open = new Stack<Type>([root]);
        while (open.TryPop(out var type))
        {
            foreach (var part in type.GetGenericArguments().Append(type.GetElementType()).OfType<Type>())
            {
                open.Push(part);
            }

            if (type.Assembly != root.Assembly || !reached.Add(type))
            {
                continue;
            }

            foreach (var property in type.GetProperties())
            {
                open.Push(property.PropertyType);
            }
        }

        return reached;
    }
}

using AmazonIn.Domain.Orders;
using NetArchTest.Rules;

namespace AmazonIn.Tests.Architecture;

public sealed class RingTests
{
    private const string Root = "AmazonIn.Domain";

    private static readonly string[] Models =
    [
        "Access", "Audit", "Catalog", "Channels", "Common", "Customers", "Orders", "Organisations", "Privacy", "Shipping", "Stock", "Sync",
        "Tax",
    ];

    [Fact]
    public void The_domain_knows_only_the_base_class_library()
    {
        var references = typeof(SalesOrder).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.All(references, name => Assert.StartsWith("System", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Models_know_neither_ports_nor_use_cases()
    {
        foreach (var model in Models)
        {
            var result = Types.InAssembly(typeof(SalesOrder).Assembly)
                .That().ResideInNamespace($"{Root}.{model}")
                .ShouldNot().HaveDependencyOnAny($"{Root}.Ports", $"{Root}.UseCases")
                .GetResult();

            Assert.True(result.IsSuccessful, $"{model}: {string.Join(", ", result.FailingTypeNames ?? [])}");
        }
    }

    [Fact]
    public void Ports_do_not_know_use_cases()
    {
        var result = Types.InAssembly(typeof(SalesOrder).Assembly)
            .That().ResideInNamespace($"{Root}.Ports")
            .ShouldNot().HaveDependencyOn($"{Root}.UseCases")
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void The_rule_can_fail()
    {
        var control = Types.InAssembly(typeof(SalesOrder).Assembly)
            .That().ResideInNamespace($"{Root}.UseCases")
            .ShouldNot().HaveDependencyOn($"{Root}.Ports")
            .GetResult();

        Assert.False(control.IsSuccessful);
    }

    [Fact]
    public void Every_model_folder_is_listed_here()
    {
        var folders = typeof(SalesOrder).Assembly.GetTypes()
            .Select(type => type.Namespace)
            .OfType<string>()
            .Where(name => name.StartsWith(Root + ".", StringComparison.Ordinal))
            .Select(name => name[(Root.Length + 1)..].Split('.')[0])
            .Where(name => name is not ("Ports" or "UseCases"))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Models, folders);
    }
}

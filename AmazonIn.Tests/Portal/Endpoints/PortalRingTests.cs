using AmazonIn.Portal.Composition;
using NetArchTest.Rules;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>The portal shows, schedules and composes; only composition and the account pages know how ports are implemented.</summary>
public sealed class PortalRingTests
{
    private const string Root = "AmazonIn.Portal";
    private const string Infrastructure = "AmazonIn.Infrastructure";

    [Fact]
    public void Only_composition_and_the_account_pages_know_the_infrastructure()
    {
        var result = Types.InAssembly(typeof(PortalHost).Assembly)
            .That().ResideInNamespace(Root)
            .And().DoNotResideInNamespace($"{Root}.Composition")
            .And().DoNotResideInNamespace($"{Root}.Components.Account")
            .ShouldNot().HaveDependencyOn(Infrastructure)
            .GetResult();

        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }

    [Fact]
    public void The_rule_can_fail()
    {
        var control = Types.InAssembly(typeof(PortalHost).Assembly)
            .That().ResideInNamespace($"{Root}.Composition")
            .ShouldNot().HaveDependencyOn(Infrastructure)
            .GetResult();

        Assert.False(control.IsSuccessful);
    }
}

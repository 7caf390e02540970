using System.Reflection;
using AmazonIn.Portal.Composition;
using Microsoft.JSInterop;

namespace AmazonIn.Tests.Architecture;

/// <summary>What scripts can call: whoever sits at the browser can call it, too, at any time and with anything.</summary>
[Trait("Row", "B-10")]
public sealed class ScriptCallsTests
{
    private static readonly string[] _allowed =
    [
        "IdleWatch.ActiveAsync()",
        "MainLayout.DeviceThemeChangedAsync(Boolean)",
        "MainLayout.EscapeAsync()",
        "MainLayout.OpenSearchAsync()",
    ];

    [Fact]
    public void Scripts_can_call_four_methods_and_hand_over_no_more_than_a_flag()
    {
        var callable = typeof(PortalHost).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsDefined(typeof(JSInvokableAttribute)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})");

        Assert.Equal(_allowed, callable.Order(StringComparer.Ordinal));
    }
}

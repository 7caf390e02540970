using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components;
using AmazonIn.Portal.Scheduling;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.TestKit;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AmazonIn.Tests.Portal.Components.Shared;

/// <summary>
/// Renders components as a circuit does: services of the screens, a clock that stands at 23 November 2026, 14:05 in
/// India, and a signed-in person with the role asked for. Ports are fakes that each test registers.
/// </summary>
public abstract class PortalContext : BunitContext
{
    // A busy machine takes its time; what does come about is seen at once.
    static PortalContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(15);

    protected PortalContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddPortalComponents();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Feed);
        Services.AddSingleton<IAuditTrail>(Audit);
        Services.AddSingleton<ICurrentActor>(new FixedActor(this));
        Authorization = this.AddAuthorization();
        SignIn(Role.Administrator);
    }

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 35, 0, TimeSpan.Zero));

    private protected InMemoryAudit Audit { get; } = new();

    protected RunProgressFeed Feed { get; } = new();

    protected BunitAuthorizationContext Authorization { get; }

    protected Actor Person { get; private set; } = Actor.System;

    /// <summary>Signs the person in with exactly the role's permissions.</summary>
    protected void SignIn(Role role)
    {
        Person = new Actor("user:7", "Asha", role.Permissions);
        Authorization.SetAuthorized("Asha");
        Authorization.SetRoles(role.Name);
        Authorization.SetPolicies([.. role.Permissions]);
    }

    /// <summary>As a circuit renders. Not set in the constructor: asking for the renderer closes the list of services.</summary>
    protected new IRenderedComponent<TComponent> Render<TComponent>(
        Action<ComponentParameterCollectionBuilder<TComponent>>? parameters = null)
        where TComponent : IComponent
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return base.Render(parameters);
    }

    private sealed class FixedActor(PortalContext context) : ICurrentActor
    {
        public Task<Actor> GetAsync() => Task.FromResult(context.Person);
    }
}

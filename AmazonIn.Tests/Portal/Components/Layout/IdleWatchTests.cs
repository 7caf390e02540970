using System.Security.Claims;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Components.Layout;
using AmazonIn.Portal.Security;
using AmazonIn.Tests.Portal.Components.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Components.Layout;

/// <summary>What an idle person sees (security.md V-13, B-18).</summary>
[Trait("Row", "A1")]
public sealed class IdleWatchTests : PortalContext, ISessions
{
    private TimeSpan? idle = TimeSpan.Zero;
    private int touched;
    private Exception? fault;

    public IdleWatchTests()
    {
        Services.AddSingleton<ISessions>(this);
        Authorization.SetClaims(new Claim(PortalClaims.Session, "s1"));
    }

    [Fact]
    public void A_minute_before_the_end_it_warns_and_staying_takes_the_warning_back()
    {
        var watch = Render<IdleWatch>();
        Pass(SessionLimits.Idle - SessionLimits.Warning - TimeSpan.FromSeconds(1));
        Assert.Empty(watch.FindAll(".idle-warning"));

        Pass(SessionLimits.Idle - SessionLimits.Warning);
        watch.WaitForAssertion(() => Assert.Single(watch.FindAll(".idle-warning")));
        watch.WaitForAssertion(() => JSInterop.VerifyFocusAsyncInvoke());
        watch.Find("button").Click();

        watch.WaitForAssertion(() => Assert.Empty(watch.FindAll(".idle-warning")));
        Assert.Equal(1, touched);
    }

    [Fact]
    public void At_the_end_it_leads_to_the_sign_in_page_and_from_there_back()
    {
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/sales-orders?status=Confirmed");
        var watch = Render<IdleWatch>();

        Pass(null);

        watch.WaitForAssertion(() => Assert.EndsWith(
            "/account/login?Idle=true&ReturnUrl=%2Fsales-orders%3Fstatus%3DConfirmed", navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Doing_something_in_a_session_that_has_ended_leads_away()
    {
        var watch = Render<IdleWatch>();
        idle = null;

        watch.InvokeAsync(watch.Instance.ActiveAsync);

        watch.WaitForAssertion(() => Assert.Contains(
            "/account/login?Idle=true", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_keeps_the_warning_and_the_page()
    {
        var watch = Render<IdleWatch>();
        Pass(SessionLimits.Idle - SessionLimits.Warning);
        watch.WaitForAssertion(() => Assert.Single(watch.FindAll(".idle-warning")));

        fault = new StorageUnavailableException("The database does not answer.", new TimeoutException());
        await watch.Find("button").ClickAsync();
        Assert.Single(watch.FindAll(".idle-warning"));

        fault = null;
        await watch.Find("button").ClickAsync();
        watch.WaitForAssertion(() => Assert.Empty(watch.FindAll(".idle-warning")));
    }

    Task<string> ISessions.StartAsync(long userId, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task<TimeSpan?> ISessions.IdleTimeAsync(string id, CancellationToken cancellationToken) => Task.FromResult(idle);

    Task<bool> ISessions.TouchAsync(string id, CancellationToken cancellationToken)
    {
        touched++;
        if (fault is not null)
        {
            throw fault;
        }

        return Task.FromResult(idle is not null);
    }

    Task ISessions.EndAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    Task ISessions.EndAllAsync(long userId, CancellationToken cancellationToken) => throw new NotSupportedException();

    private void Pass(TimeSpan? idleTime)
    {
        idle = idleTime;
        Clock.Advance(IdleWatch.Tick);
    }
}

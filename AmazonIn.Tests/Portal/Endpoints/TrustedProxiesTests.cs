using System.Net;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Whose word on a sender's address the audit trail believes.</summary>
[Trait("Row", "B-25")]
public sealed class TrustedProxiesTests
{
    private const string Proxy = "203.0.113.5";
    private const string Stranger = "203.0.113.9";
    private const string Customer = "198.51.100.7";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Stranger, Customer, Stranger)]
    [InlineData(Proxy, Customer, Customer)]
    [InlineData(Proxy, "192.0.2.66, " + Customer, Customer)]
    public async Task Only_a_named_proxy_says_where_somebody_comes_from(string sender, string forwarded, string audited)
    {
        await using var portal = await PortalFactory.StartAsync(
            new Dictionary<string, string?> { ["Proxy:Addresses"] = Proxy },
            services: services => services.AddSingleton<IStartupFilter>(new ConnectionFrom(IPAddress.Parse(sender))));
        await portal.SetUpAsync();
        using var browser = portal.Browser();
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        using var refused = await browser.PostFormAsync(
            "/account/login", ("Input.Email", PortalFactory.AdministratorEmail), ("Input.Password", "Wrong-Horse-42"));

        var found = await portal.Services.GetRequiredService<IAuditQueries>().ListAsync(
            new AuditFilter(Action: AuditAction.SignIn), new PageRequest(), Token);
        Assert.Equal(audited, Assert.Single(found.Items).Origin);
    }

    /// <summary>Every connection comes from there, before the portal's own pipeline sees it.</summary>
    private sealed class ConnectionFrom(IPAddress sender) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = sender;
                return rest(context);
            });
            next(app);
        };
    }
}

using AmazonIn.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmazonIn.Tests.Portal.Accounts;

/// <summary>What signing in and setting up leave in the log, even when the operator turns every logger up.</summary>
public sealed class QuietLogTests
{
    private const string Email = "asha.rao@example.com";

    [Fact]
    [Trait("Row", "A1")]
    public async Task Neither_token_nor_password_nor_address_reaches_the_log()
    {
        await using var portal = await PortalFactory.StartAsync(
            new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information",
            },
            services: services => services.AddLogging(logging => logging.AddFakeLogging()));
        var link = await portal.SetUpLinkAsync();
        using var browser = portal.Browser();

        using var done = await browser.PostFormAsync(
            link,
            ("Input.Email", Email), ("Input.Name", "Asha Rao"), ("Input.Password", PortalFactory.Password),
            ("Input.OrganisationName", "Malgudi Traders"), ("Input.HomeState", "29"), ("Input.BaseCurrency", "INR"),
            ("Input.TimeZone", "Asia/Kolkata"), ("Input.TaxRates", "true"));
        using var wrong = await browser.PostFormAsync("/account/login", ("Input.Email", Email), ("Input.Password", "Wrong-Horse-42"));
        using var right = await portal.LoginAsync(Email);

        var log = string.Join('\n', portal.Services.GetFakeLogCollector().GetSnapshot().Select(record => $"{record.Category} {record.Message} {record.Exception}"));
        Assert.NotEmpty(log);
        foreach (var secret in new[] { link.Split('=')[1], PortalFactory.Password, "Wrong-Horse-42", Email, "Asha Rao" })
        {
            Assert.DoesNotContain(secret, log, StringComparison.OrdinalIgnoreCase);
        }
    }
}

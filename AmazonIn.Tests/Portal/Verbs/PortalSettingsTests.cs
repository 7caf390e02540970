using AmazonIn.Portal.Composition;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace AmazonIn.Tests.Portal.Verbs;

public sealed class PortalSettingsTests
{
    [Fact]
    [Trait("Row", "A2")]
    public void Nothing_needs_to_be_configured_in_development()
    {
        var settings = Read("Development");

        Assert.Equal(Path.Combine(Path.GetTempPath(), "data"), settings.DataDirectory);
        Assert.Equal("http://127.0.0.1:5099", settings.Sandbox?.Url);
        Assert.Equal(TimeSpan.FromHours(4), settings.Sync.Interval);
        Assert.Equal(30, settings.Sync.InitialOrderDays);
        Assert.Equal(30, settings.Privacy.RetentionDays);
        Assert.Null(settings.Bootstrap);
        Assert.Null(settings.TelemetryEndpoint);
    }

    [Fact]
    public void The_demo_marketplace_is_off_in_production() => Assert.Null(Read("Production").Sandbox);

    [Theory]
    [InlineData("Sync:Interval", "soon", "Sync:Interval must be a time span from 00:00:01 to 7.00:00:00 such as 04:00:00, but is “soon”.")]
    [InlineData("Sync:Interval", "00:00:00", "Sync:Interval must be a time span")]
    [InlineData("Sync:InitialOrderDays", "0", "Sync:InitialOrderDays must be a whole number from 1 to 730, but is “0”.")]
    [InlineData("Privacy:RetentionDays", "31", "Privacy:RetentionDays must be a whole number from 1 to 30, but is “31”.")]
    [InlineData("Sandbox:Enabled", "maybe", "Sandbox:Enabled must be true or false, but is “maybe”.")]
    [InlineData("Sandbox:Quotas", "yes", "Sandbox:Quotas must be true or false, but is “yes”.")]
    [InlineData("Sandbox:Orders", "-1", "Sandbox:Orders must be a whole number from 0 to 2000000, but is “-1”.")]
    [InlineData("Proxy:Addresses", "10.0.0.5, proxy", "Proxy:Addresses must be addresses or networks such as 10.0.0.5, 10.1.0.0/16, separated by commas; “proxy” is neither.")]
    [InlineData("AllowedHosts", "https://portal.example.com", "AllowedHosts must be names such as portal.example.com, separated by semicolons, without scheme and port; “https://portal.example.com” is none.")]
    [InlineData("AllowedHosts", "localhost;portal.example.com:443", "AllowedHosts must be names")]
    [InlineData("Audit:KeepMonths", "12", "Audit:KeepMonths must be 13 or more, or 0 to keep everything, but is “12”.")]
    [InlineData("urls", "http://localhost:99999", "urls must be addresses such as http://localhost:5080, separated by semicolons; “http://localhost:99999” is none.")]
    [InlineData("urls", "http://localhost:5080;nowhere", "urls must be addresses such as http://localhost:5080, separated by semicolons; “nowhere” is none.")]
    [InlineData("Otlp:Endpoint", "collector", "Otlp:Endpoint must be an absolute http or https address")]
    [InlineData("Security:RequireSecondFactor", "maybe", "Security:RequireSecondFactor must be true or false, but is “maybe”.")]
    [InlineData("Bootstrap:AdministratorEmail", "a@example.com", "Bootstrap:AdministratorPassword must be a password")]
    [InlineData("Bootstrap:AdministratorPassword", "Secret-Horse-42", "Bootstrap:AdministratorEmail must be an e-mail address")]
    public void A_wrong_value_is_named_with_what_it_must_be(string key, string value, string line)
    {
        var problem = Assert.Throws<ConfigurationProblemException>(() => Read("Development", (key, value)));

        Assert.StartsWith(line, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
        Assert.DoesNotContain("Secret-Horse-42", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Amazon:ClientSecret", "demo-secret")]
    [InlineData("Amazon:ClientSecret", "<your secret>")]
    [InlineData("ConnectionStrings:AmazonIn", "Server=db;Database=AmazonIn;User Id=sa;Password=P@ssw0rd")]
    public void Production_refuses_sample_secrets(string key, string value)
    {
        var problem = Assert.Throws<ConfigurationProblemException>(() => Read("Production", (key, value)));

        Assert.StartsWith(key + " must ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", false)]
    [InlineData("Production", true)]
    [Trait("Row", "A1")]
    public void Second_factors_are_required_in_production(string environment, bool required)
    {
        Assert.Equal(required, Read(environment).Security.RequireSecondFactor);
        Assert.Equal(!required, Read(environment, ("Security:RequireSecondFactor", (!required).ToString())).Security.RequireSecondFactor);
    }

    [Fact]
    [Trait("Row", "A1")]
    public void An_unattended_start_in_production_needs_second_factors()
    {
        (string, string)[] bootstrap =
            [("Bootstrap:AdministratorEmail", "a@example.com"), ("Bootstrap:AdministratorPassword", "Correct-Horse-42")];

        var problem = Assert.Throws<ConfigurationProblemException>(
            () => Read("Production", [.. bootstrap, ("Security:RequireSecondFactor", "false")]));

        Assert.StartsWith("Bootstrap:AdministratorEmail must be absent in Production", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct-Horse-42", problem.Message, StringComparison.Ordinal);
        Assert.NotNull(Read("Production", bootstrap).Bootstrap);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", null, false)]
    [InlineData("http://*:5080", null, false)]
    [InlineData("http://portal.example.com:5080", null, false)]
    [InlineData("http://10.0.0.7:5080", "10.0.0.5", true)]
    [InlineData("http://localhost:5080", null, true)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", null, true)]
    [InlineData("https://*:443", null, true)]
    public void Production_listens_in_the_clear_only_where_a_proxy_can_stand_before_it(string urls, string? proxy, bool taken)
    {
        var problem = Record.Exception(() => Read("Production", ("urls", urls), ("Proxy:Addresses", proxy ?? string.Empty)));

        Assert.Equal(taken, problem is null);
        Assert.True(taken || problem!.Message.StartsWith("urls must be https in Production", StringComparison.Ordinal));
    }

    [Fact]
    public void Production_takes_secrets_of_ones_own()
    {
        var settings = Read(
            "Production",
            ("Amazon:ClientSecret", "amzn1.oa2-cs.v1.0123456789"),
            ("ConnectionStrings:AmazonIn", "Server=db;Database=AmazonIn;User Id=app;Password=h6-Tq.9xWmZ"));

        Assert.Null(settings.Sandbox);
    }

    [Fact]
    public void An_unattended_start_takes_the_organisation_along()
    {
        var request = Read(
            "Development",
            ("Bootstrap:AdministratorEmail", "a@example.com"),
            ("Bootstrap:AdministratorPassword", "Correct-Horse-42"),
            ("Bootstrap:OrganisationName", "Malgudi Traders"),
            ("Bootstrap:OrganisationHomeState", "29")).Bootstrap?.Request;

        Assert.NotNull(request);
        Assert.Equal("Malgudi Traders", request.Organisation.Name);
        Assert.Equal("29", request.Organisation.HomeState);
        Assert.Equal("INR", request.Organisation.BaseCurrency);
        Assert.Equal("Asia/Kolkata", request.Organisation.TimeZone);
        Assert.True(request.Organisation.TaxRatesEnabled);
    }

    private static PortalSettings Read(string environment, params (string Key, string Value)[] values) => PortalSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value)))
            .Build(),
        new SomeEnvironment(environment));

    private sealed class SomeEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "AmazonIn.Portal";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

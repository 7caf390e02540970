using AmazonIn.Domain.Channels;
using AmazonIn.Infrastructure.SpApi;
using AmazonIn.Infrastructure.SpApi.Reports;
using AmazonIn.Tests.SpApi.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmazonIn.Tests.SpApi;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("Amazon:ClientId", "")]
    [InlineData("Amazon:ClientSecret", " ")]
    [InlineData("Amazon:TokenUrl", "http://api.amazon.com/auth/o2/token")]
    [InlineData("Amazon:TokenUrl", "/relative")]
    [InlineData("Amazon:Endpoint", "http://10.0.0.1/")]
    [InlineData("Amazon:Endpoint", "ftp://127.0.0.1/")]
    [InlineData("Amazon:ReportHosts:0", "https://amazonaws.com/")]
    public void A_wrong_value_is_named(string key, string value)
    {
        using var rig = new SpApiRig(new Dictionary<string, string?> { [key] = value });

        var failure = Assert.Throws<OptionsValidationException>(() => rig.Get<IOptionsMonitor<SpApiOptions>>().CurrentValue);

        Assert.Contains(key.Replace(":0", string.Empty, StringComparison.Ordinal), Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void Registering_twice_registers_once()
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().Build();

        var once = services.AddSpApi(configuration).Count;

        Assert.Equal(once, services.AddSpApi(configuration).Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5099")]
    [InlineData("http://localhost:5099")]
    [InlineData("https://mirror.example")]
    [Trait("Row", "S-01")]
    public void An_override_may_be_https_or_on_this_machine(string endpoint)
    {
        using var rig = new SpApiRig(new Dictionary<string, string?> { ["Amazon:Endpoint"] = endpoint });

        Assert.Equal(new Uri(endpoint), rig.Get<SpApiEndpoints>().Of(Marketplace.India));
    }

    [Theory]
    [InlineData("A21TJRUUN4KGV", "https://sellingpartnerapi-eu.amazon.com/")]
    [InlineData("ATVPDKIKX0DER", "https://sellingpartnerapi-na.amazon.com/")]
    [InlineData("A19VAU5U5O7RUS", "https://sellingpartnerapi-fe.amazon.com/")]
    [Trait("Row", "S-01")]
    public void Each_region_has_its_endpoint(string marketplaceId, string endpoint)
    {
        using var rig = new SpApiRig();

        Assert.Equal(new Uri(endpoint), rig.Get<SpApiEndpoints>().Of(Marketplace.Find(marketplaceId)!));
    }

    [Theory]
    [InlineData("https://tortuga-prod-eu.s3-eu-west-1.amazonaws.com/x?X-Amz-Signature=1", true)]
    [InlineData("https://d34o8swod1owfl.cloudfront.net/x", true)]
    [InlineData("https://amazonaws.com/x", true)]
    [InlineData("http://tortuga.amazonaws.com/x", false)]
    [InlineData("https://evilamazonaws.com/x", false)]
    [InlineData("https://amazonaws.com.evil.example/x", false)]
    [InlineData("https://user@evil.example/amazonaws.com", false)]
    [InlineData("https://tortuga.amazonaws.com:8443/x", false)]
    [InlineData("https://169.254.169.254/latest", false)]
    [InlineData("https://127.0.0.1:5099/documents/1", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("not a url", false)]
    [InlineData(null, false)]
    [Trait("Row", "S-05")]
    public void Report_documents_come_only_from_the_hosts_on_the_list(string? url, bool allowed)
    {
        using var rig = new SpApiRig();

        Assert.Equal(allowed, Allows(rig, url));
    }

    [Fact]
    [Trait("Row", "S-05")]
    public void The_list_can_be_replaced_and_an_overridden_endpoint_serves_its_own_documents()
    {
        using var rig = new SpApiRig(new Dictionary<string, string?>
        {
            ["Amazon:Endpoint"] = "http://127.0.0.1:5099",
            ["Amazon:ReportHosts:0"] = "reports.example",
        });

        Assert.True(Allows(rig, "http://127.0.0.1:5099/documents/1"));
        Assert.True(Allows(rig, "https://eu.reports.example/1"));
        Assert.False(Allows(rig, "http://127.0.0.1:5098/documents/1"));
        Assert.False(Allows(rig, "https://tortuga.amazonaws.com/1"));
    }

    private static bool Allows(SpApiRig rig, string? url)
    {
        try
        {
            rig.Get<ReportHosts>().Require(url);
            return true;
        }
        catch (ReportFailedException)
        {
            return false;
        }
    }
}

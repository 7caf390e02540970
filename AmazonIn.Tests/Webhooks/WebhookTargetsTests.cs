using AmazonIn.Domain.Webhooks;

namespace AmazonIn.Tests.Webhooks;

[Trait("Row", "S-02")]
public sealed class WebhookTargetsTests
{
    [Theory]
    [InlineData("https://example.com/hooks?x=1", "https://example.com/hooks?x=1")]
    [InlineData("https://EXAMPLE.com:443/hooks", "https://example.com/hooks")]
    [InlineData("https://8.8.8.8/hooks", "https://8.8.8.8/hooks")]
    public void Https_on_its_own_port_is_taken(string text, string url) =>
        Assert.Equal(url, WebhookTargets.PublicOnly.Read(text).Value!.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("/hooks")]
    [InlineData("example.com")]
    [InlineData("ftp://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://example.com/")]
    [InlineData("https://example.com:8443/")]
    [InlineData("https://asha:secret@example.com/")]
    [InlineData("https://example.com/#part")]
    public void What_is_no_https_address_or_carries_credentials_is_refused(string text) =>
        Assert.Equal("webhook.url", WebhookTargets.PublicOnly.Read(text).Error?.Code);

    [Theory]
    [Trait("Row", "S-03")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://0x7f000001/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0177.0.0.1/")]
    [InlineData("https://127.1/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fe80::1]/")]
    [InlineData("https://１２７.0.0.1/")]
    public void Address_inside_a_network_is_refused_however_it_is_written(string text) =>
        Assert.Equal(WebhookErrors.UrlNotPublic, WebhookTargets.PublicOnly.Read(text).Error);

    [Theory]
    [InlineData("10.0.0.5:8080", "http://10.0.0.5:8080/hooks", true)]
    [InlineData("10.0.0.5:8080", "https://10.0.0.5:8080/hooks", true)]
    [InlineData("10.0.0.5:8080", "http://10.0.0.5/hooks", false)]
    [InlineData("10.0.0.5:8080", "http://10.0.0.6:8080/hooks", false)]
    [InlineData("erp.local, 10.0.0.5", "http://ERP.local/", true)]
    [InlineData("erp.local, 10.0.0.5", "https://erp.local/", true)]
    [InlineData("erp.local, 10.0.0.5", "https://erp.local:8443/", false)]
    [InlineData("erp.local", "http://evil.erp.local/", false)]
    [InlineData("[::1]:9000", "http://[::1]:9000/", true)]
    public void Operator_may_name_targets_exactly(string allowed, string text, bool taken) =>
        Assert.Equal(taken, WebhookTargets.TryRead(allowed)!.Read(text).Succeeded);

    [Theory]
    [InlineData("http://10.0.0.5")]
    [InlineData("10.0.0.5/hooks")]
    [InlineData("a@b")]
    [InlineData("host:99999")]
    public void Setting_that_names_no_host_is_refused(string setting) => Assert.Null(WebhookTargets.TryRead(setting));
}

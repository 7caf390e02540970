using System.Text;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Webhooks;

namespace AmazonIn.Tests.Webhooks;

[Trait("Row", "W-01")]
public sealed class StandardWebhookTests
{
    [Fact]
    public void Signature_is_that_of_the_published_example()
    {
        var secret = new WebhookSecret(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        var signature = StandardWebhook.Sign(
            [secret], "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("{\"test\": 2432232314}"));

        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    [Fact]
    [Trait("Row", "W-06")]
    public void Secrets_are_32_random_bytes_and_a_careless_log_shows_none()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => WebhookSecret.Generate()).ToList();

        Assert.Equal(100, secrets.Select(secret => secret.Reveal()).Distinct().Count());
        Assert.All(secrets, secret => Assert.Equal(32, Convert.FromBase64String(secret.Reveal()["whsec_".Length..]).Length));
        Assert.Equal("whsec_…", $"{secrets[0]}");
    }
}

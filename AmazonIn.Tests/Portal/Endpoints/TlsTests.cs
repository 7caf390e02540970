using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmazonIn.Tests.TestKit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>Which versions of TLS the portal speaks where it has an https address of its own.</summary>
[Trait("Row", "D-19")]
public sealed class TlsTests
{
    [Fact]
    public async Task Nothing_older_than_tls_1_2_is_spoken()
    {
        using var certificate = Certificate();
        var offered = SslProtocols.None;
        await using var portal = await PortalFactory.StartAsync(environment: "Production", services: services =>
            services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Listen(IPAddress.Loopback, 0, port => port.UseHttps(https =>
            {
                offered = https.SslProtocols;
                https.ServerCertificate = certificate;
            }))));

        Assert.Equal(SslProtocols.Tls12 | SslProtocols.Tls13, offered);
        Assert.Equal(SslProtocols.Tls12, await ShakeHandsAsync(portal.Address, certificate, SslProtocols.Tls12));
        Assert.Equal(SslProtocols.Tls13, await ShakeHandsAsync(portal.Address, certificate, SslProtocols.Tls13));
#pragma warning disable SYSLIB0039, CA5397 // The obsolete version is what is tried.
        await Assert.ThrowsAnyAsync<Exception>(() => ShakeHandsAsync(portal.Address, certificate, SslProtocols.Tls11));
#pragma warning restore SYSLIB0039, CA5397
    }

    private static async Task<SslProtocols> ShakeHandsAsync(Uri address, X509Certificate2 certificate, SslProtocols version)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port, TestContext.Current.CancellationToken);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "localhost",
                EnabledSslProtocols = version,
                RemoteCertificateValidationCallback = (_, shown, _, _) => certificate.Equals(shown),
            },
            TestContext.Current.CancellationToken);
        return stream.SslProtocol;
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}

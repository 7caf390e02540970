using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AmazonIn.Domain.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AmazonIn.Tests.Webhooks;

/// <summary>A receiver of webhooks on this machine, which checks signatures as a stranger would: by the standard alone.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<Received> Calls { get; } = new();

    /// <summary>How it answers; 204 unless told otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    };

    public Uri Url => new(_app.Urls.Single() + "/hooks");

    public WebhookTargets Allowed => WebhookTargets.TryRead(Url.Authority)!;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.ReceiveAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        Calls.Enqueue(new Received(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        await Answer(context);
    }

    internal sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
    {
        public string Id => Headers["webhook-id"];

        public string Text => Encoding.UTF8.GetString(Body);

        /// <summary>Whether one of the signatures is that of the secret over these very bytes.</summary>
        public bool IsSignedWith(string secret)
        {
            var key = Convert.FromBase64String(secret["whsec_".Length..]);
            byte[] signed = [.. Encoding.ASCII.GetBytes($"{Id}.{Headers["webhook-timestamp"]}."), .. Body];
            var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
            return Headers["webhook-signature"].Split(' ').Contains(expected);
        }
    }
}

using System.IO.Compression;

using AmazonIn.Infrastructure.Sandbox.Control;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AmazonIn.Infrastructure.Sandbox;

/// <summary>
/// The demo marketplace: an HTTP server of its own on loopback that speaks Amazon's wire format. It reads no
/// configuration but its options, and logs only where the caller adds a provider.
/// </summary>
public static class SandboxApplication
{
    private const long LargestUpload = 128 * 1024 * 1024;

    /// <summary>
    /// Builds the server without starting it. After the start, its <c>Urls</c> name the real address.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// A value of the options is wrong, or the address is not on loopback.
    /// </exception>
    public static WebApplication Build(
        SandboxOptions options,
        TimeProvider timeProvider,
        Action<ILoggingBuilder>? logging = null)
    {
        options.Validate();
        var address = LoopbackAddress.Parse(options.Url);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            EnvironmentName = "Production",
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Without a provider nothing is logged. With one, the server's line a request stays out: addresses carry codes.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        logging?.Invoke(builder.Logging);
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression =>
        {
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = ["application/json"];
        });
        builder.Services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestUpload;
            kestrel.Listen(address.Address, address.Port);
        });

        var app = builder.Build();
        var marketplace = DemoMarketplace.Create(options, timeProvider);
        var faults = new FaultMiddleware(marketplace.Faults, app.Lifetime.ApplicationStopping);
        app.UseRouting();
        app.Use(next => http => new RequestFrame(marketplace).RunAsync(http, next));
        app.Use(next => http => faults.OutsideCompressionAsync(http, next));
        app.UseResponseCompression();
        app.Use(next => http => FaultMiddleware.InsideCompressionAsync(http, next));
        marketplace.MapEndpoints(app);
        if (marketplace.File is { } file && (file.SkippedLines > 0 || file.RepairedDates > 0))
        {
            app.Logger.LogWarning(
                "The orders file has {SkippedLines} lines that cannot be served and {RepairedDates} repaired dates",
                file.SkippedLines,
                file.RepairedDates);
        }

        return app;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AmazonIn.Benchmarks;

/// <summary>The built portal as a process of its own, so that what is measured is what people run.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private readonly Process _process;

    private PortalProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Peak resident memory so far, in MiB, by the operating system's account.</summary>
    public double PeakMemory()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status")
            .First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];
        return long.Parse(kibibytes, CultureInfo.InvariantCulture) / 1024.0;
    }

    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    /// <summary>Starts the portal and returns when it is ready, with the time that took.</summary>
    public static async Task<(PortalProcess Portal, TimeSpan Ready)> StartPortalAsync(
        string dataDirectory,
        Uri marketplace)
    {
        var address = FreeAddress();
        var clock = Stopwatch.StartNew();
        var process = Launch(Settings(dataDirectory, marketplace, address));
        var portal = new PortalProcess(process, address);
        await portal.WaitForAsync("/health/ready");
        return (portal, clock.Elapsed);
    }

    public static async Task<PortalProcess> StartMarketplaceAsync(int orders)
    {
        var address = FreeAddress();
        var process = Launch(
            [],
            "sandbox", "--urls", address.ToString(), "--orders", orders.ToString(CultureInfo.InvariantCulture),
            "--listings", "400", "--quotas", "off");
        var marketplace = new PortalProcess(process, address);
        await marketplace.WaitForAsync("/control/state");
        return marketplace;
    }

    /// <summary>Runs a verb to its end and returns its last line.</summary>
    public static async Task<string> RunVerbAsync(string dataDirectory, Uri marketplace, params string[] arguments)
    {
        using var process = Launch(Settings(dataDirectory, marketplace, FreeAddress()), arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1]
            : throw new InvalidOperationException(
                $"{string.Join(' ', arguments)} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            using var interrupt = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Dictionary<string, string> Settings(string dataDirectory, Uri marketplace, Uri address) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["Data__Directory"] = dataDirectory,
            ["Sandbox__Enabled"] = "false",
            ["Amazon__ClientId"] = "amzn1.application-oa2-client.demo",
            ["Amazon__ClientSecret"] = "demo-secret",
            ["Amazon__Endpoint"] = marketplace.ToString(),
            ["Amazon__TokenUrl"] = new Uri(marketplace, "/auth/o2/token").ToString(),
        };

    private static Process Launch(Dictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AmazonIn.Portal.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet could not be started.");
    }

    private async Task WaitForAsync(string path)
    {
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await AnswersAsync(client, path, patience.Token))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException(
                    $"The portal ended with {_process.ExitCode}: {await _process.StandardError.ReadToEndAsync()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(Address, path), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}

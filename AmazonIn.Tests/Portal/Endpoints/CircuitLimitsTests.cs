using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmazonIn.Tests.Portal.Endpoints;

/// <summary>How much a circuit takes from a browser, and how long it is kept without one.</summary>
public sealed class CircuitLimitsTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const byte InvocationType = 1;
    private const byte CompletionType = 3;
    private const byte PingType = 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Row", "B-12")]
    public async Task A_message_over_32_KiB_ends_the_connection()
    {
        using var browser = await fixture.Portal.LoginAsync();
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", fixture.Portal.Address.GetLeftPart(UriPartial.Authority));
        socket.Options.Cookies = browser.Cookies;
        await socket.ConnectAsync(new UriBuilder(new Uri(fixture.Portal.Address, "/_blazor")) { Scheme = "ws" }.Uri, Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Binary, true, Token);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(await ReceiveAsync(socket)));

        // The positive control: a message that just fits, and the connection goes on answering.
        await SendAsync(socket, Ping(padding: 31 * 1024));
        await SendAsync(socket, [0x95, InvocationType, 0x80, 0xA1, (byte)'1', 0xA7, .. "Nowhere"u8, 0x90]);
        Assert.Equal(CompletionType, (await ReceiveAsync(socket))[2]);

        await SendAsync(socket, Ping(padding: 33 * 1024));
        Assert.True(await IsClosedAsync(socket));
    }

    [Fact]
    [Trait("Row", "B-15")]
    public void A_circuit_without_a_browser_is_kept_for_five_minutes_in_memory_only()
    {
        var options = fixture.Portal.Services.GetRequiredService<IOptions<CircuitOptions>>().Value;

        Assert.InRange(options.DisconnectedCircuitRetentionPeriod, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.InRange(options.PersistedCircuitInMemoryRetentionPeriod, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        Assert.Null(options.HybridPersistenceCache);
        Assert.Null(fixture.Portal.Services.GetService<HybridCache>());
        Assert.False(options.DetailedErrors);
    }

    /// <summary>A ping of SignalR, which reads no further than its type.</summary>
    private static byte[] Ping(int padding) => [0x91, PingType, .. new byte[padding]];

    /// <summary>Messages carry their length in front: seven bits a byte, the lowest first.</summary>
    private static Task SendAsync(ClientWebSocket socket, byte[] message)
    {
        List<byte> framed = [];
        for (var length = message.Length; ; length >>= 7)
        {
            framed.Add((byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0)));
            if (length <= 0x7F)
            {
                break;
            }
        }

        framed.AddRange(message);
        return socket.SendAsync(framed.ToArray(), WebSocketMessageType.Binary, true, Token);
    }

    /// <summary>The next message that is not a ping of the server's.</summary>
    private static async Task<byte[]> ReceiveAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, Token);
            if (received.Count < 3 || buffer[2] != PingType)
            {
                return buffer[..received.Count];
            }
        }
    }

    private static async Task<bool> IsClosedAsync(ClientWebSocket socket)
    {
        try
        {
            var buffer = new byte[4096];
            while ((await socket.ReceiveAsync(buffer, Token)).MessageType != WebSocketMessageType.Close)
            {
                // The server says why before it hangs up.
            }

            return true;
        }
        catch (WebSocketException)
        {
            return true;
        }
    }
}

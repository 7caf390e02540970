using System.Net;
using System.Text.RegularExpressions;
using AmazonIn.Infrastructure.Identity;

namespace AmazonIn.Tests.TestKit;

/// <summary>A phone with an authenticator app, set up from the enrolment page as a person would: by typing the key.</summary>
internal sealed partial class AuthenticatorApp(byte[] secret, TimeProvider clock)
{
    /// <summary>Enrols the browser's session; returns the app and the recovery codes that were shown.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> RecoveryCodes)> EnrolAsync(
        HttpClient browser, TimeProvider clock)
    {
        const string Page = "/account/second-factor";
        using var shown = await browser.GetAsync(new Uri(Page, UriKind.Relative));
        var html = await shown.Content.ReadAsStringAsync();
        var app = new AuthenticatorApp(Decode(Secret().Match(html).Groups["secret"].Value.Replace(" ", string.Empty, StringComparison.Ordinal)), clock);
        var ticket = WebUtility.HtmlDecode(Ticket().Match(html).Groups["ticket"].Value);
        using var answer = await browser.PostFormAsync(Page, ("Input.Ticket", ticket), ("Input.Code", app.Code()));
        html = await answer.Content.ReadAsStringAsync();
        return (app, [.. RecoveryCode().Matches(html).Select(match => match.Groups["code"].Value)]);
    }

    /// <summary>What the app shows, or showed or will show so many steps away.</summary>
    public string Code(int offset = 0) => Totp.CodeAt(secret, Totp.StepAt(clock.GetUtcNow()) + offset);

    private static byte[] Decode(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var digit in text)
        {
            buffer = ((buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(digit, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }

    [GeneratedRegex("account-secret\">(?<secret>[A-Z2-7 ]+)<")]
    private static partial Regex Secret();

    [GeneratedRegex("name=\"Input.Ticket\"[^>]*value=\"(?<ticket>[^\"]+)\"")]
    private static partial Regex Ticket();

    [GeneratedRegex("<code>(?<code>[a-z2-7]{4}(-[a-z2-7]{4}){3})</code>")]
    private static partial Regex RecoveryCode();
}

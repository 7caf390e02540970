using System.Net;
using System.Text.RegularExpressions;

namespace AmazonIn.Tests.TestKit;

/// <summary>Fills in the portal's plain forms as a browser does.</summary>
internal static partial class PortalForms
{
    /// <summary>
    /// Loads the page, then sends its form back with these fields and every hidden field it has. Of several forms it is
    /// the first, or the one whose name is given as the field <c>_handler</c>.
    /// </summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser,
        string page,
        params (string Name, string Value)[] fields)
    {
        using var content = await browser.FormOfAsync(page, fields);
        return await browser.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    /// <summary>What the page's form would send.</summary>
    public static async Task<FormUrlEncodedContent> FormOfAsync(
        this HttpClient browser,
        string page,
        params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        var handler = fields.FirstOrDefault(field => field.Name == "_handler").Value ?? string.Empty;
        var text = Form().Matches(html).Select(match => match.Value)
            .First(one => one.Contains($"name=\"_handler\" value=\"{handler}", StringComparison.Ordinal));
        var form = HiddenField().Matches(text).ToDictionary(
            match => match.Groups["name"].Value, match => WebUtility.HtmlDecode(match.Groups["value"].Value));
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return new FormUrlEncodedContent(form);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();
}

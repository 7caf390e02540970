using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Portal.Features.Integrations;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Account;

/// <summary>
/// Where Amazon's consent page leads back to (C4). The address carries a code: it is spent at once, the answer sends no
/// referrer, and the browser is led on to a page without it.
/// </summary>
public sealed partial class Authorised
{
    private Error? refusal;

    [SupplyParameterFromQuery(Name = "state")]
    private string? Answered { get; set; }

    [SupplyParameterFromQuery(Name = "selling_partner_id")]
    private string? SellerId { get; set; }

    [SupplyParameterFromQuery(Name = "spapi_oauth_code")]
    private string? Code { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private CompleteConsent Complete { get; set; } = null!;

    [Inject]
    private ConsentState State { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    /// <summary>This page's address as the browser reached the portal.</summary>
    internal static Uri AddressOf(HttpRequest request) =>
        new($"{request.Scheme}://{request.Host}{request.PathBase}{IntegrationLinks.Authorised}");

    protected override async Task OnInitializedAsync()
    {
        Http.Response.Headers["Referrer-Policy"] = "no-referrer";
        var connected = await ConnectAsync();
        if (connected.Succeeded)
        {
            Http.Response.Redirect(IntegrationLinks.Channel(connected.Value.Id));
        }

        refusal = connected.Error;
    }

    private async Task<Result<SalesChannel>> ConnectAsync()
    {
        if (await State.SpendAsync(Http, Answered) is not { } marketplaceId || SellerId is null || Code is null)
        {
            return ConnectErrors.ConsentNotAsked;
        }

        var answer = new ConsentAnswer(marketplaceId, SellerId, Code, AddressOf(Http.Request));
        return await Complete.RunAsync(await CurrentActor.GetAsync(), answer, Http.RequestAborted);
    }
}

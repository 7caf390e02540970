using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Account;

/// <summary>Sends the seller to Amazon's consent page (C4); shows itself only where that cannot be done.</summary>
public sealed partial class Authorise
{
    private Error? refusal;

    [SupplyParameterFromQuery]
    private string? Marketplace { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [Inject]
    private BeginConsent Begin { get; set; } = null!;

    [Inject]
    private ConsentState State { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var marketplaceId = Marketplace ?? string.Empty;
        var state = await State.CreateAsync(Http, marketplaceId);
        var begun = Begin.Run(await CurrentActor.GetAsync(), marketplaceId, state, Authorised.AddressOf(Http.Request));
        if (begun.Succeeded)
        {
            Http.Response.Redirect(begun.Value.ToString());
        }

        refusal = begun.Error;
    }
}

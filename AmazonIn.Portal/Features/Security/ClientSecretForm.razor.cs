using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.UseCases.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Records when Amazon issued the client secret, so that its end is told in time (security.md D-18).</summary>
public sealed partial class ClientSecretForm
{
    private DateOnly? issued;

    [Parameter]
    [EditorRequired]
    public Organisation Organisation { get; set; } = null!;

    [Inject]
    private RecordClientSecret RecordClientSecret { get; set; } = null!;

    protected override void OnInitialized() => issued = Organisation.ClientSecretIssuedOn;

    private Task SaveAsync() => SaveAsync(
        "The date could not be saved.",
        "The date is saved.",
        actor => RecordClientSecret.RunAsync(actor, issued ?? DateOnly.MaxValue, Open));
}

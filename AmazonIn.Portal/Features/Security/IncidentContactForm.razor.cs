using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.UseCases.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Names the person who is called in an incident (security.md D-26).</summary>
public sealed partial class IncidentContactForm
{
    private string name = string.Empty;
    private string address = string.Empty;

    [Parameter]
    [EditorRequired]
    public Organisation Organisation { get; set; } = null!;

    [Inject]
    private SaveIncidentContact SaveIncidentContact { get; set; } = null!;

    protected override void OnInitialized() =>
        (name, address) = (Organisation.IncidentContactName ?? string.Empty, Organisation.IncidentContactAddress ?? string.Empty);

    private Task SaveAsync() => SaveAsync(
        "The contact could not be saved.",
        "The incident contact is saved.",
        actor => SaveIncidentContact.RunAsync(actor, name, address, Open));
}

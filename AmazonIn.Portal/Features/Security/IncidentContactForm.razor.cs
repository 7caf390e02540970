using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.UseCases.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Names the person who is called in an incident (security.md D-26).</summary>
public sealed partial class IncidentContactForm
{
    private string name = string.Empty;
    private string address = string.Empty;

    [Parameter]
    [EditorRequired]
    public Organisation Organisation { get; set; } = null!;

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private SaveIncidentContact SaveIncidentContact { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    protected override void OnInitialized() =>
        (name, address) = (Organisation.IncidentContactName ?? string.Empty, Organisation.IncidentContactAddress ?? string.Empty);

    private Task SaveAsync() => TryAsync("The contact could not be saved.", async actor =>
    {
        var saved = await SaveIncidentContact.RunAsync(actor, name, address, Open);
        if (saved.Succeeded)
        {
            Messages.Add("The incident contact is saved.", Severity.Success);
            await OnSaved.InvokeAsync();
        }

        return saved.Error;
    });
}

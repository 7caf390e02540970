using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.UseCases.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Records when Amazon issued the client secret, so that its end is told in time (security.md D-18).</summary>
public sealed partial class ClientSecretForm
{
    private DateOnly? issued;

    [Parameter]
    [EditorRequired]
    public Organisation Organisation { get; set; } = null!;

    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private RecordClientSecret RecordClientSecret { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    protected override void OnInitialized() => issued = Organisation.ClientSecretIssuedOn;

    private Task SaveAsync() => TryAsync("The date could not be saved.", async actor =>
    {
        var recorded = await RecordClientSecret.RunAsync(actor, issued ?? DateOnly.MaxValue, Open);
        if (recorded.Succeeded)
        {
            Messages.Add("The date is saved.", Severity.Success);
            await OnSaved.InvokeAsync();
        }

        return recorded.Error;
    });
}

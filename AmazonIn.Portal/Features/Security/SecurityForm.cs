using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Security;

/// <summary>What the forms of the security page have in common: what is saved is said, and the page reads anew.</summary>
public abstract class SecurityForm : FormComponent
{
    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    protected TimeProvider Time { get; set; } = null!;

    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    /// <param name="failure">What did not come about, should the portal itself fail.</param>
    /// <param name="done">What is said once it has.</param>
    protected Task SaveAsync(string failure, string done, Func<Actor, Task<Result>> save) => TryAsync(failure, async actor =>
    {
        var saved = await save(actor);
        if (saved.Succeeded)
        {
            Messages.Add(done, Severity.Success);
            await OnSaved.InvokeAsync();
        }

        return saved.Error;
    });
}

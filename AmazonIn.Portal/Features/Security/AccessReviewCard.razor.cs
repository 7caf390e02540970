using System.Globalization;
using AmazonIn.Domain.UseCases.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Everybody and everything with access, to be looked at line by line and signed for; and when people were trained.</summary>
public sealed partial class AccessReviewCard
{
    private readonly HashSet<string> ticked = new(StringComparer.Ordinal);

    [Parameter]
    [EditorRequired]
    public SecurityView View { get; set; } = null!;

    /// <summary>Something was signed or recorded.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private SignAccessReview SignReview { get; set; } = null!;

    [Inject]
    private RecordTraining RecordTraining { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private void Tick(string id, ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            ticked.Add(id);
        }
        else
        {
            ticked.Remove(id);
        }
    }

    private Task SignAsync() => TryAsync("The review could not be signed.", async actor =>
    {
        var signed = await SignReview.RunAsync(actor, ticked, Open);
        if (signed.Succeeded)
        {
            ticked.Clear();
            Messages.Add("The access review is signed.", Severity.Success);
            await OnSaved.InvokeAsync();
        }

        return signed.Error;
    });

    private Task TrainAsync(long userId, string name, ChangeEventArgs change) =>
        !DateOnly.TryParseExact(change.Value as string, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Task.CompletedTask
            : TryAsync("The training could not be recorded.", async actor =>
            {
                var recorded = await RecordTraining.RunAsync(actor, userId, day, Open);
                if (recorded.Succeeded)
                {
                    Messages.Add($"{name}'s training is recorded.", Severity.Success);
                    await OnSaved.InvokeAsync();
                }

                return recorded.Error;
            });
}

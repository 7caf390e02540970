using System.Globalization;
using AmazonIn.Domain.UseCases.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Security;

/// <summary>Everybody and everything with access, to be looked at line by line and signed for; and when people were trained.</summary>
public sealed partial class AccessReviewCard
{
    private readonly HashSet<string> ticked = new(StringComparer.Ordinal);

    [Parameter]
    [EditorRequired]
    public SecurityView View { get; set; } = null!;

    [Inject]
    private SignAccessReview SignReview { get; set; } = null!;

    [Inject]
    private RecordTraining RecordTraining { get; set; } = null!;

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

    private Task SignAsync() => SaveAsync(
        "The review could not be signed.",
        "The access review is signed.",
        async actor =>
        {
            var signed = await SignReview.RunAsync(actor, ticked, Open);
            if (signed.Succeeded)
            {
                ticked.Clear();
            }

            return signed;
        });

    private Task TrainAsync(long userId, string name, ChangeEventArgs change) =>
        DateOnly.TryParseExact(change.Value as string, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? SaveAsync(
                "The training could not be recorded.",
                $"{name}'s training is recorded.",
                actor => RecordTraining.RunAsync(actor, userId, day, Open))
            : Task.CompletedTask;
}

using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Shows what a file of adjustments would change, then applies it; gives back what it did, in words.</summary>
public sealed partial class ImportAdjustmentsDialog
{
    /// <summary>Bytes: some 50,000 lines.</summary>
    private const long MaxSize = 5 * 1024 * 1024;

    /// <summary>Lines shown of each kind.</summary>
    private const int Shown = 200;

    private string? text;
    private string reason = string.Empty;
    private IReadOnlyList<AdjustmentLine>? preview;
    private List<AdjustmentLine> good = [];
    private List<AdjustmentLine> bad = [];

    [Inject]
    private ImportAdjustments Import { get; set; } = null!;

    private ImportAdjustmentsRequest Request => new(text!, reason);

    /// <summary>Opens the dialog; what was done, in words, or null.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs)
    {
        var dialog = await dialogs.ShowAsync<ImportAdjustmentsDialog>(
            "Import adjustments", new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true });
        return await dialog.Result is { Canceled: false, Data: string done } ? done : null;
    }

    private Task ReadAsync(InputFileChangeEventArgs chosen) => TryAsync("The file could not be read.", async () =>
    {
        text = null;
        Take(null);
        if (chosen.File.Size > MaxSize)
        {
            return new Error("stock.file-too-large", "The file is larger than 5 MB. Split it.");
        }

        await using var stream = chosen.File.OpenReadStream(MaxSize, Open);
        using var reader = new StreamReader(stream);
        text = await reader.ReadToEndAsync(Open);
        return await WorkOutAsync();
    });

    private Task PreviewAsync() => text is null ? Task.CompletedTask : TryAsync("The file could not be read.", WorkOutAsync);

    private async Task<Error?> WorkOutAsync()
    {
        Take(null);
        var lines = await Import.PreviewAsync(await CurrentActor.GetAsync(), Request, Open);
        if (!lines.Succeeded)
        {
            return lines.Error;
        }

        Take(lines.Value);
        return null;
    }

    private Task ApplyAsync() => TryAsync("The file could not be applied.", async () =>
    {
        var lines = await Import.RunAsync(await CurrentActor.GetAsync(), Request, Open);
        if (!lines.Succeeded)
        {
            return lines.Error;
        }

        var applied = lines.Value.Count(line => line.Problem is null);
        var left = lines.Value.Count - applied;
        CloseWith(left == 0
            ? $"{IndianFormat.Plural(applied, "line")} applied."
            : $"{IndianFormat.Plural(applied, "line")} applied, {IndianFormat.Count(left)} left out.");
        return null;
    });

    private void Take(IReadOnlyList<AdjustmentLine>? lines)
    {
        preview = lines;
        good = [.. (lines ?? []).Where(line => line.Problem is null)];
        bad = [.. (lines ?? []).Where(line => line.Problem is not null)];
    }

    private Task TryAsync(string failure, Func<Task<Error?>> work) => TryAsync(failure, "Nothing was changed", work);
}

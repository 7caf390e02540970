using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;

namespace AmazonIn.Portal.Features.Stock;

/// <summary>Shows what a file of adjustments would change, then applies it; gives back what it did, in words.</summary>
public sealed partial class ImportAdjustmentsDialog : IDisposable
{
    /// <summary>Bytes: some 50,000 lines.</summary>
    private const long MaxSize = 5 * 1024 * 1024;

    /// <summary>Lines shown of each kind.</summary>
    private const int Shown = 200;

    private readonly CancellationTokenSource disposal = new();
    private string? text;
    private string reason = string.Empty;
    private IReadOnlyList<AdjustmentLine>? preview;
    private List<AdjustmentLine> good = [];
    private List<AdjustmentLine> bad = [];
    private string? error;
    private Fault? fault;
    private bool busy;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ImportAdjustments Import { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<ImportAdjustmentsDialog> Logger { get; set; } = null!;

    private ImportAdjustmentsRequest Request => new(text!, reason);

    /// <summary>Opens the dialog; what was done, in words, or null.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs)
    {
        var dialog = await dialogs.ShowAsync<ImportAdjustmentsDialog>(
            "Import adjustments", new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true });
        return await dialog.Result is { Canceled: false, Data: string done } ? done : null;
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private Task ReadAsync(InputFileChangeEventArgs chosen) => TryAsync("The file could not be read.", async () =>
    {
        text = null;
        Take(null);
        if (chosen.File.Size > MaxSize)
        {
            return "The file is larger than 5 MB. Split it.";
        }

        await using var stream = chosen.File.OpenReadStream(MaxSize, disposal.Token);
        using var reader = new StreamReader(stream);
        text = await reader.ReadToEndAsync(disposal.Token);
        return await WorkOutAsync();
    });

    private Task PreviewAsync() => text is null ? Task.CompletedTask : TryAsync("The file could not be read.", WorkOutAsync);

    private async Task<string?> WorkOutAsync()
    {
        Take(null);
        var lines = await Import.PreviewAsync(await CurrentActor.GetAsync(), Request, disposal.Token);
        if (!lines.Succeeded)
        {
            return lines.Error.Message;
        }

        Take(lines.Value);
        return null;
    }

    private Task ApplyAsync() => TryAsync("The file could not be applied.", async () =>
    {
        var lines = await Import.RunAsync(await CurrentActor.GetAsync(), Request, disposal.Token);
        if (!lines.Succeeded)
        {
            return lines.Error.Message;
        }

        var applied = lines.Value.Count(line => line.Problem is null);
        var left = lines.Value.Count - applied;
        Dialog.Close(DialogResult.Ok(left == 0
            ? $"{IndianFormat.Plural(applied, "line")} applied."
            : $"{IndianFormat.Plural(applied, "line")} applied, {IndianFormat.Count(left)} left out."));
        return null;
    });

    private void Take(IReadOnlyList<AdjustmentLine>? lines)
    {
        preview = lines;
        good = [.. (lines ?? []).Where(line => line.Problem is null)];
        bad = [.. (lines ?? []).Where(line => line.Problem is not null)];
    }

    private async Task TryAsync(string words, Func<Task<string?>> act)
    {
        (busy, error, fault) = (true, null, null);
        try
        {
            error = await act();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (ConcurrentChangeException)
        {
            error = "Orders keep moving this stock just now. Nothing was changed; try again.";
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, words);
        }

        busy = false;
    }
}

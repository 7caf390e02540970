using System.Globalization;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Asks how many units of each line go into one parcel; all that are left by default.</summary>
public sealed partial class PackDialog : IDisposable
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private readonly CancellationTokenSource disposal = new();
    private int?[] units = [];
    private string? refusal;
    private bool busy;

    [Parameter]
    [EditorRequired]
    public SalesOrderRow Order { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<PackageLineRow> Left { get; set; } = [];

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private PackOrder Pack { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ILogger<PackDialog> Logger { get; set; } = null!;

    private string Words
    {
        get
        {
            var all = units.Sum(count => (long)(count ?? 0));
            return all is > 0 and <= int.MaxValue ? $"Pack {IndianFormat.Plural((int)all, "unit")}" : "Pack";
        }
    }

    /// <summary>Opens the dialog; the package's number once it is packed.</summary>
    public static async Task<string?> ShowAsync(IDialogService dialogs, SalesOrderRow order, IReadOnlyList<PackageLineRow> left)
    {
        var parameters = new DialogParameters<PackDialog>
        {
            { dialog => dialog.Order, order },
            { dialog => dialog.Left, left },
        };
        var reference = await dialogs.ShowAsync<PackDialog>($"Pack {order.Number}", parameters, Options);
        return await reference.Result is { Canceled: false, Data: string number } ? number : null;
    }

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    protected override void OnInitialized() => units = [.. Left.Select(line => (int?)line.Quantity)];

    private void Set(int position, object? typed) =>
        units[position] = string.IsNullOrWhiteSpace(typed as string) ? 0
            : int.TryParse(typed as string, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count
            : null;

    private async Task PackAsync()
    {
        if (busy)
        {
            return;
        }

        (busy, refusal) = (true, null);
        try
        {
            if (units.Any(count => count is null))
            {
                refusal = "Enter whole numbers of units.";
            }
            else
            {
                var lines = Left.Select((line, index) => new PackRequestLine(line.LineId, units[index]!.Value));
                var packed = await Pack.RunAsync(
                    await CurrentActor.GetAsync(), Order.Id, [.. lines.Where(line => line.Quantity != 0)], disposal.Token);
                if (packed.Succeeded)
                {
                    Dialog.Close(DialogResult.Ok(packed.Value.Number));
                    return;
                }

                refusal = packed.Error.Message;
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            var fault = Fault.Report(Logger, exception, "The order could not be packed.");
            refusal = $"{fault.What} {fault.Why} {fault.Remedy} Reference {fault.Reference}.";
        }

        busy = false;
    }
}

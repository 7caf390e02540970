using System.Globalization;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Portal.Components.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>Asks how many units of each line go into one parcel; all that are left by default.</summary>
public sealed partial class PackDialog
{
    private static readonly DialogOptions Options = new() { MaxWidth = MaxWidth.Small, FullWidth = true };

    private int?[] units = [];

    [Parameter]
    [EditorRequired]
    public SalesOrderRow Order { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<PackageLineRow> Left { get; set; } = [];

    [Inject]
    private PackOrder Pack { get; set; } = null!;

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

    protected override void OnInitialized() => units = [.. Left.Select(line => (int?)line.Quantity)];

    private void Set(int position, object? typed) =>
        units[position] = string.IsNullOrWhiteSpace(typed as string) ? 0
            : int.TryParse(typed as string, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count
            : null;

    private Task PackAsync() => TryAsync("The order could not be packed.", async actor =>
    {
        if (units.Any(count => count is null))
        {
            return new Error("package.units", "Enter whole numbers of units.");
        }

        var lines = Left.Select((line, index) => new PackRequestLine(line.LineId, units[index]!.Value));
        var packed = await Pack.RunAsync(actor, Order.Id, [.. lines.Where(line => line.Quantity != 0)], Open);
        if (packed.Succeeded)
        {
            CloseWith(packed.Value.Number);
        }

        return packed.Error;
    });
}

using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Shipping;
using AmazonIn.Portal.Components.Shared;
using MudBlazor;

namespace AmazonIn.Portal.Features.Shipping;

/// <summary>What packages, shipments and their confirmation are called on the screen.</summary>
internal static class ShippingWords
{
    public static string Of(ConfirmationState state) => state switch
    {
        ConfirmationState.NotNeeded => "Shipped",
        ConfirmationState.Waiting => "Waiting for Amazon",
        ConfirmationState.Retrying => "Trying again",
        ConfirmationState.Accepted => "Taken by Amazon",
        ConfirmationState.Confirmed => "Confirmed",
        ConfirmationState.Differs => "Differs at Amazon",
        ConfirmationState.Refused => "Refused by Amazon",
        ConfirmationState.Undone => "Undone",
    };

    public static StatusKind KindOf(ConfirmationState state) => state switch
    {
        ConfirmationState.NotNeeded or ConfirmationState.Confirmed => StatusKind.Success,
        ConfirmationState.Waiting or ConfirmationState.Accepted => StatusKind.Info,
        ConfirmationState.Retrying or ConfirmationState.Differs => StatusKind.Warning,
        ConfirmationState.Refused => StatusKind.Error,
        ConfirmationState.Undone => StatusKind.Neutral,
    };

    public static string? IconOf(ConfirmationState state) => state switch
    {
        ConfirmationState.Waiting or ConfirmationState.Retrying => Icons.Material.Outlined.Schedule,
        ConfirmationState.Undone => Icons.Material.Outlined.Undo,
        ConfirmationState.NotNeeded or ConfirmationState.Accepted or ConfirmationState.Confirmed
            or ConfirmationState.Differs or ConfirmationState.Refused => null,
    };

    public static string Of(PackageStage stage) => stage switch
    {
        PackageStage.ToShip => "To ship",
        PackageStage.Shipped => "Shipped",
        PackageStage.Refused => "Refused or differing",
        PackageStage.Waiting => "Waiting for Amazon",
    };

    /// <summary>Whether a person can have Amazon told again.</summary>
    public static bool CanRetry(ConfirmationState state) =>
        state is ConfirmationState.Refused or ConfirmationState.Differs or ConfirmationState.Retrying;

    public static string Content(PackageRow package) =>
        string.Join(", ", package.Lines.Select(line => $"{line.Quantity} × {line.Sku}"));
}

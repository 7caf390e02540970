using AmazonIn.Domain.Common;

namespace AmazonIn.Domain.UseCases.Channels;

/// <summary>Why a change of a channel is refused.</summary>
public static class ChannelErrors
{
    public static Error NotFound { get; } = Error.NotFound("The channel");

    public static Error NameShape { get; } = new("channel.name", "Enter the channel's name, at most 100 characters.");

    public static Error UnknownWarehouse { get; } = new(
        "channel.unknown-warehouse",
        "There is no such warehouse. Choose one of those under Inventory → Warehouses.");
}

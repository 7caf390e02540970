using AmazonIn.Domain.Ports.Marketplace;

namespace AmazonIn.Tests.UseCases.Shipping;

/// <summary>A marketplace that takes packages, or does not, by script, and remembers them by reference.</summary>
internal sealed class ScriptedShipments : IMarketplaceShipments
{
    private readonly Dictionary<(string Order, int Reference), PackageConfirmation> _packages = [];

    public List<PackageConfirmation> Calls { get; } = [];

    /// <summary>Answers, or throws, instead of taking the package.</summary>
    public Func<PackageConfirmation, ConfirmationAnswer>? Answer { get; set; }

    /// <summary>What is shown instead of what was taken.</summary>
    public Func<PackageConfirmation, MarketplacePackage>? Shown { get; set; }

    public Exception? ReadFault { get; set; }

    public int Reads { get; private set; }

    public IReadOnlyCollection<PackageConfirmation> Packages => _packages.Values;

    public Task<ConfirmationAnswer> ConfirmAsync(
        ChannelConnection channel, PackageConfirmation package, CancellationToken cancellationToken)
    {
        Calls.Add(package);
        var answer = Answer?.Invoke(package) ?? new ConfirmationAnswer($"req-{Calls.Count}");
        if (answer.Refusal is null)
        {
            _packages[(package.OrderId, package.Reference)] = package;
        }

        return Task.FromResult(answer);
    }

    public Task<IReadOnlyList<MarketplacePackage>> ReadPackagesAsync(
        ChannelConnection channel, string orderId, CancellationToken cancellationToken)
    {
        Reads++;
        return ReadFault is not null
            ? throw ReadFault
            : Task.FromResult<IReadOnlyList<MarketplacePackage>>(
                [.. _packages.Values.Where(package => package.OrderId == orderId).Select(Shown ?? AsSent)]);
    }

    public static MarketplacePackage AsSent(PackageConfirmation sent) => new(
        sent.Reference.ToString(System.Globalization.CultureInfo.InvariantCulture),
        sent.CarrierName ?? sent.CarrierCode,
        sent.TrackingNumber,
        sent.Units);
}

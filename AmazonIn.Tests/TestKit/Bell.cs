using AmazonIn.Domain.Ports.Stores;

namespace AmazonIn.Tests.TestKit;

/// <summary>Counts how often something was said to wait for sending.</summary>
internal sealed class Bell : IOutboxSignal
{
    public int Rung { get; private set; }

    public void Ring() => Rung++;
}

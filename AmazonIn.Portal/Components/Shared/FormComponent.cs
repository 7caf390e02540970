using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Marketplace;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Components.Shared;

/// <summary>
/// A form or dialog that does what a person asked: once, whatever is clicked meanwhile; refused in words or at fault with a
/// reference. What it began is given up when it leaves the screen.
/// </summary>
public abstract class FormComponent : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private bool busy;

    [Inject]
    protected ICurrentActor CurrentActor { get; set; } = null!;

    /// <summary>Why it was refused; null while it was not.</summary>
    protected Error? Error { get; set; }

    /// <summary>What went wrong on our side; null while nothing did.</summary>
    protected Fault? Fault { get; private set; }

    /// <summary>The one or the other in words, where both are shown in the same place.</summary>
    protected string? Refusal => Error?.Message ?? Fault?.Words;

    /// <summary>From the click until it is done or refused.</summary>
    protected virtual bool Busy => busy;

    /// <summary>Until it leaves the screen.</summary>
    protected CancellationToken Open => disposal.Token;

    [Inject]
    private ILoggerFactory Loggers { get; set; } = null!;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The refusal that belongs beside a field.</summary>
    protected string? ErrorAt(string code) => Error?.Code == code ? Error.Message : null;

    /// <summary>The same for a field with several: <c>user.email</c> has <c>user.email-taken</c> as well.</summary>
    protected string? ErrorBelow(string prefix) =>
        Error?.Code.StartsWith(prefix, StringComparison.Ordinal) == true ? Error.Message : null;

    /// <summary>Does it, and keeps what it was refused with.</summary>
    /// <param name="failure">What did not come about, should the portal itself fail.</param>
    protected async Task TryAsync(string failure, Func<Actor, Task<Error?>> work)
    {
        // A second click is on its way before the button is disabled.
        if (Busy)
        {
            return;
        }

        (busy, Error, Fault) = (true, null, null);
        await GuardAsync(failure, async () => Error = await work(await CurrentActor.GetAsync()));
        busy = false;
    }

    /// <summary>What it does unasked, such as reading what it shows first: keeps how it failed, and never throws.</summary>
    /// <param name="failure">What did not come about, should the portal itself fail.</param>
    protected async Task GuardAsync(string failure, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            // The person turned away.
        }
        catch (ConcurrentChangeException changed)
        {
            Error = new Error("changed-meanwhile", changed.Message, ErrorKind.Conflict);
        }
        catch (MarketplaceException marketplace)
        {
            Error = new Error(marketplace.Code, marketplace.Message);
        }
        catch (Exception exception)
        {
            Fault = Fault.Report(Loggers.CreateLogger(GetType()), exception, failure);
        }
    }
}

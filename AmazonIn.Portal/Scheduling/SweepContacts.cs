using AmazonIn.Domain.UseCases.Contacts;
using Coravel.Invocable;

namespace AmazonIn.Portal.Scheduling;

internal sealed class SweepContacts(DeleteExpiredContacts deleteExpired) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public Task Invoke() => deleteExpired.RunAsync(CancellationToken);
}

using System.Globalization;
using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace AmazonIn.Portal.Features.Security;

/// <summary>
/// What an administrator answers for: who has access (security.md D-03, D-08), the age of Amazon's secret (D-18), and
/// who is called in an incident (D-26).
/// </summary>
public sealed partial class SecurityPage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private readonly HashSet<string> ticked = new(StringComparer.Ordinal);
    private Loader<SecurityView>? loader;
    private string contactName = string.Empty;
    private string contactAddress = string.Empty;
    private DateOnly? issued;
    private Error? error;
    private Fault? fault;
    private string? reviewRefusal;
    private bool isBusy;

    [Inject]
    private AccessRegister Access { get; set; } = null!;

    [Inject]
    private IAccessReviews Reviews { get; set; } = null!;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private SignAccessReview SignReview { get; set; } = null!;

    [Inject]
    private RecordTraining RecordTraining { get; set; } = null!;

    [Inject]
    private RecordClientSecret RecordClientSecret { get; set; } = null!;

    [Inject]
    private SaveIncidentContact SaveIncidentContact { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private ISnackbar Messages { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private ILogger<SecurityPage> Logger { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private string? ErrorAt(string code) => error?.Code == code ? error.Message : null;

    private async Task<SecurityView?> LoadAsync(CancellationToken cancellationToken)
    {
        var organisation = await Organisations.FindAsync(cancellationToken);
        var access = await Access.ListAsync(cancellationToken);
        var last = await Reviews.FindLastAsync(cancellationToken);
        contactName = organisation?.IncidentContactName ?? string.Empty;
        contactAddress = organisation?.IncidentContactAddress ?? string.Empty;
        issued = organisation?.ClientSecretIssuedOn;
        var firstPerson = access.Where(line => line.UserId is not null).Select(line => line.Since).DefaultIfEmpty(Time.GetUtcNow()).Min();
        return new SecurityView(organisation, access, last, AccessReview.DueAt(last, firstPerson));
    }

    private void Tick(string id, ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            ticked.Add(id);
        }
        else
        {
            ticked.Remove(id);
        }
    }

    private Task SignAsync() => DoAsync(
        async actor =>
        {
            var signed = await SignReview.RunAsync(actor, ticked, disposal.Token);
            reviewRefusal = signed.Error?.Message;
            if (signed.Succeeded)
            {
                ticked.Clear();
            }

            return signed;
        },
        "The access review is signed.");

    private Task TrainAsync(long userId, string name, ChangeEventArgs change) =>
        DateOnly.TryParseExact(change.Value as string, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? DoAsync(
                async actor =>
                {
                    var recorded = await RecordTraining.RunAsync(actor, userId, day, disposal.Token);
                    reviewRefusal = recorded.Error?.Message;
                    return recorded;
                },
                $"{name}'s training is recorded.")
            : Task.CompletedTask;

    private Task SaveContactAsync() => DoAsync(
        actor => SaveIncidentContact.RunAsync(actor, contactName, contactAddress, disposal.Token), "The incident contact is saved.");

    private Task SaveSecretAsync() => DoAsync(
        actor => RecordClientSecret.RunAsync(actor, issued ?? DateOnly.MaxValue, disposal.Token), "The date is saved.");

    private async Task DoAsync(Func<Actor, Task<Result>> act, string done)
    {
        if (isBusy)
        {
            return;
        }

        (isBusy, error, fault) = (true, null, null);
        try
        {
            var result = await act(await CurrentActor.GetAsync());
            error = result.Error;
            if (result.Succeeded)
            {
                Messages.Add(done, Severity.Success);
                await (loader?.ReloadAsync() ?? Task.CompletedTask);
            }
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The change could not be saved.");
        }
        finally
        {
            isBusy = false;
        }
    }
}

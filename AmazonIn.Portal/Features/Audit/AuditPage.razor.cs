using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;

namespace AmazonIn.Portal.Features.Audit;

/// <summary>The audit trail, newest first, with its verification and its export (A1).</summary>
public sealed partial class AuditPage : IDisposable
{
    /// <summary>Path of the page.</summary>
    internal const string Path = "/audit";

    private readonly CancellationTokenSource leaving = new();
    private ListPage<AuditRecord>? list;
    private IReadOnlyList<FilterDefinition> filters = AuditFilters.Definitions([]);
    private AuditVerification? verification;
    private string? refusal;
    private Fault? fault;
    private int? count;
    private bool verifying;
    private long done;
    private long of;

    [CascadingParameter]
    private DisplaySettings Display { get; set; } = DisplaySettings.Default;

    [Inject]
    private IAuditQueries Records { get; set; } = null!;

    [Inject]
    private VerifyAuditTrail Verify { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<AuditPage> Logger { get; set; } = null!;

    /// <summary>What is exported is what is listed.</summary>
    private string ExportHref => ListQuery.Parse(Navigation.Uri).WithPage(1).ToUri(AuditExportEndpoint.Path);

    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    private static string SubjectHref(AuditRecord record) =>
        ListQuery.Parse(string.Empty).WithFilter(AuditFilters.SubjectKey, record.Subject).ToUri(Path);

    private async Task<PageOf<AuditRecord>> LoadAsync(ListQuery query, CancellationToken cancellationToken)
    {
        filters = AuditFilters.Definitions(await Records.ListActorsAsync(cancellationToken));
        return await Records.ListAsync(AuditFilters.From(query, Display.Zone), query.ToPage(), cancellationToken);
    }

    private void OnLoaded(PageOf<AuditRecord> page) => count = page.Total;

    private async Task VerifyAsync()
    {
        if (verifying)
        {
            return;
        }

        (verifying, verification, refusal, fault, done, of) = (true, null, null, null, 0, 0);
        try
        {
            var progress = new Progress<(long Done, long Of)>(Show);
            var result = await Verify.RunAsync(await CurrentActor.GetAsync(), progress, leaving.Token);
            (verification, refusal) = (result.Value, result.Error?.Message);
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The audit trail could not be verified.");
        }
        finally
        {
            verifying = false;
        }

        if (list is not null)
        {
            await list.ReloadAsync();
        }
    }

    private void Show((long Done, long Of) progress)
    {
        (done, of) = progress;
        _ = InvokeAsync(StateHasChanged);
    }
}

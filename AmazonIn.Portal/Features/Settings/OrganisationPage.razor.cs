using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Ports.Queries;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Portal.Components.Shared;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace AmazonIn.Portal.Features.Settings;

/// <summary>
/// The organisation's form. What is typed is lost neither by a refusal, nor by somebody else's save, nor by leaving
/// the page without being asked.
/// </summary>
public sealed partial class OrganisationPage : IDisposable
{
    private readonly CancellationTokenSource disposal = new();
    private Loader<OrganisationSettings>? loader;
    private ElementReference nameField;
    private ElementReference stateField;
    private ElementReference currencyField;
    private ElementReference zoneField;
    private OrganisationForm form = new();
    private OrganisationRequest? saved;
    private int? version;
    private Error? error;
    private Fault? fault;
    private bool isBusy;
    private bool isSaved;
    private bool isOverwriting;
    private bool needsReload;

    [Inject]
    private IOrganisationStore Organisations { get; set; } = null!;

    [Inject]
    private IChannelQueries Channels { get; set; } = null!;

    [Inject]
    private SaveOrganisation SaveOrganisation { get; set; } = null!;

    [Inject]
    private ICurrentActor CurrentActor { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ILogger<OrganisationPage> Logger { get; set; } = null!;

    private bool IsChanged => saved is not null && form.ToRequest() != saved;

    private string? FormError => error is not null && OrganisationFields.Of(error) is null ? error.Message : null;

    public void Dispose()
    {
        disposal.Cancel();
        disposal.Dispose();
    }

    private static string CurrencyHint(OrganisationSettings settings) => settings.Channels > 0
        ? "It stays while a channel is connected, since that channel's orders are kept in it."
        : "Must be the currency of the marketplaces that you connect; for Amazon IN that is INR.";

    private string? ErrorAt(string field) =>
        error is not null && OrganisationFields.Of(error) == field ? error.Message : null;

    private async Task<OrganisationSettings?> LoadAsync(CancellationToken cancellationToken)
    {
        var organisation = await Organisations.FindAsync(cancellationToken);
        var channels = await Channels.ListAsync(cancellationToken);
        var actor = await CurrentActor.GetAsync();
        form = OrganisationForm.Of(organisation);
        (saved, version, error, isOverwriting) = (form.ToRequest(), organisation?.Version, null, false);
        return new OrganisationSettings(organisation, channels.Count, actor.May(Permission.ManageOrganisation));
    }

    private Task SaveAsync() => SaveAsync(overwrite: false);

    private Task SaveOverAsync() => SaveAsync(overwrite: true);

    private async Task SaveAsync(bool overwrite)
    {
        if (isBusy)
        {
            return;
        }

        var request = form.ToRequest();
        (isBusy, isSaved, isOverwriting, error, fault) = (true, false, false, null, null);
        try
        {
            // The use case reads anew before it writes, so it notices only those who save at the same moment; whoever
            // saved while this form was open is noticed here.
            var current = await Organisations.FindAsync(disposal.Token);
            if (!overwrite && current?.Version != version)
            {
                isOverwriting = true;
                return;
            }

            var result = await SaveOrganisation.RunAsync(await CurrentActor.GetAsync(), request, disposal.Token);
            if (result.Succeeded)
            {
                await TakeSavedAsync(request);
            }
            else
            {
                error = result.Error;
            }
        }
        catch (ConcurrentChangeException)
        {
            isOverwriting = true;
        }
        catch (OperationCanceledException) when (disposal.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            fault = Fault.Report(Logger, exception, "The organisation could not be saved.");
        }
        finally
        {
            isBusy = false;
        }

        await FocusErrorAsync();
    }

    private async Task TakeSavedAsync(OrganisationRequest request)
    {
        needsReload |= saved is not null
            && (saved.TimeZone != request.TimeZone || saved.BaseCurrency != request.BaseCurrency);
        await (loader?.ReloadAsync() ?? Task.CompletedTask);
        isSaved = true;
    }

    private async Task TakeTheirsAsync()
    {
        isOverwriting = false;
        await (loader?.ReloadAsync() ?? Task.CompletedTask);
    }

    private async Task FocusErrorAsync()
    {
        var field = error is null ? null : OrganisationFields.Of(error);
        if (field is null)
        {
            return;
        }

        StateHasChanged();
        await (field switch
        {
            OrganisationFields.Name => nameField,
            OrganisationFields.HomeState => stateField,
            OrganisationFields.Currency => currencyField,
            _ => zoneField,
        }).FocusAsync();
    }

    private void Undo()
    {
        form = new OrganisationForm
        {
            Name = saved!.Name,
            BaseCurrency = saved.BaseCurrency,
            HomeState = saved.HomeState ?? string.Empty,
            TimeZone = saved.TimeZone,
            TaxRatesEnabled = saved.TaxRatesEnabled,
        };
        (error, isOverwriting) = (null, false);
    }

    // The frame read zone and currency when the circuit began.
    private void Reload() => Navigation.NavigateTo("/settings/organisation", forceLoad: true);

    private async Task GuardAsync(LocationChangingContext context)
    {
        if (IsChanged && !await ConfirmDialog.AskAsync(
            Dialogs,
            "Leave without saving?",
            "What you changed on the organisation is not saved yet.",
            "Leave without saving",
            dangerous: true,
            cancelText: "Stay"))
        {
            context.PreventNavigation();
        }
    }
}

using AmazonIn.Domain.Access;
using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.UseCases.Audit;

namespace AmazonIn.Domain.UseCases.Organisations;

/// <summary>Sets up or changes the organisation. With the first save come the primary warehouse and the tax rates.</summary>
public sealed class SaveOrganisation(
    IOrganisationStore organisations, IChannelStore channels, IAuditTrail audit, TimeProvider time)
{
    public async Task<Result<Organisation>> RunAsync(
        Actor actor,
        OrganisationRequest request,
        CancellationToken cancellationToken)
    {
        if ((await audit.RequireAsync(actor, Permission.ManageOrganisation, cancellationToken)).Error is { } forbidden)
        {
            return forbidden;
        }

        if (Check(request) is { } invalid)
        {
            return invalid;
        }

        var home = GstState.Find(request.HomeState);
        var organisation = await organisations.FindAsync(cancellationToken);
        if (organisation is null)
        {
            organisation = new Organisation(
                request.Name.Trim(), request.BaseCurrency, home, request.TimeZone, request.TaxRatesEnabled);
        }
        else
        {
            if (organisation.BaseCurrency != request.BaseCurrency
                && (await channels.ListAsync(cancellationToken)).Count > 0)
            {
                return OrganisationErrors.CurrencyInUse(organisation.BaseCurrency);
            }

            organisation.Change(
                request.Name.Trim(), request.BaseCurrency, home, request.TimeZone, request.TaxRatesEnabled);
        }

        return await audit.ActAsync<Organisation>(
            Entry(actor, organisation),
            async () =>
            {
                await organisations.SaveAsync(organisation, time.GetUtcNow(), cancellationToken);
                return organisation;
            },
            cancellationToken);
    }

    private static AuditEntry Entry(Actor actor, Organisation organisation) =>
        new AuditEntry(actor, AuditAction.SaveOrganisation, AuditOutcome.Granted, "organisation", organisation.Name)
            .With("currency", organisation.BaseCurrency)
            .With("home-state", organisation.HomeState?.Code ?? "none")
            .With("time-zone", organisation.TimeZone)
            .With("tax-rates", organisation.TaxRatesEnabled ? "on" : "off");

    private static Error? Check(OrganisationRequest request) =>
        string.IsNullOrWhiteSpace(request.Name) || request.Name.Trim().Length > Organisation.NameMaxLength
            ? OrganisationErrors.NameMissing
        : request.BaseCurrency.Length != 3 || !request.BaseCurrency.All(char.IsAsciiLetterUpper)
            ? OrganisationErrors.CurrencyShape
        : request.HomeState is not null && GstState.Find(request.HomeState) is null
            ? OrganisationErrors.HomeStateUnknown(request.HomeState)
        : !TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _)
            ? OrganisationErrors.TimeZoneUnknown(request.TimeZone)
        : null;
}

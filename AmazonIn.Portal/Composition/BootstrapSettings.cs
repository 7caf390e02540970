using AmazonIn.Domain.Access;
using AmazonIn.Domain.Common;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Domain.UseCases.SetUp;

namespace AmazonIn.Portal.Composition;

/// <summary>
/// Configuration section <c>Bootstrap</c>, for a start that no person attends. <c>AdministratorEmail</c> and
/// <c>AdministratorPassword</c> belong together; <c>AdministratorName</c>, <c>OrganisationName</c>,
/// <c>OrganisationBaseCurrency</c>, <c>OrganisationHomeState</c> and <c>OrganisationTimeZone</c> may be left out. The
/// home state has no default: without it orders are not synced until a person sets it (P3).
/// </summary>
internal sealed record BootstrapSettings(SetUpRequest Request)
{
    private const string EmailKey = "Bootstrap:AdministratorEmail";
    private const string PasswordKey = "Bootstrap:AdministratorPassword";

    public static BootstrapSettings? Read(
        ConfigurationReader reader, IHostEnvironment environment, SecuritySettings security)
    {
        var email = reader.Text(EmailKey);
        var password = reader.Text(PasswordKey);
        if (email is null && password is null)
        {
            return null;
        }

        if (environment.IsProduction() && !security.RequireSecondFactor)
        {
            throw new ConfigurationProblemException(
                email is null ? PasswordKey : EmailKey,
                $"must be absent in Production while {PortalSettings.SecondFactorKey} is false: a password from the "
                + "configuration is not enough there. Require second factors, or use the set-up link that the portal prints.");
        }

        if (email is null || password is null)
        {
            throw email is null
                ? new ConfigurationProblemException(EmailKey, $"must be an e-mail address, since {PasswordKey} is set.")
                : new ConfigurationProblemException(PasswordKey, $"must be a password, since {EmailKey} is set.");
        }

        return new BootstrapSettings(new SetUpRequest(
            email,
            reader.Text("Bootstrap:AdministratorName") ?? "Administrator",
            password,
            new OrganisationRequest(
                reader.Text("Bootstrap:OrganisationName") ?? "My organisation",
                reader.Text("Bootstrap:OrganisationBaseCurrency") ?? "INR",
                reader.Text("Bootstrap:OrganisationHomeState"),
                TaxRatesEnabled: true,
                reader.Text("Bootstrap:OrganisationTimeZone") ?? "Asia/Kolkata")));
    }

    /// <summary>Which key a refusal of the set-up is about.</summary>
    public static string KeyOf(Error refused) => refused.Code switch
    {
        "user.display-name" => "Bootstrap:AdministratorName",
        "organisation.name" => "Bootstrap:OrganisationName",
        "organisation.currency" => "Bootstrap:OrganisationBaseCurrency",
        "organisation.home-state" => "Bootstrap:OrganisationHomeState",
        "organisation.time-zone" => "Bootstrap:OrganisationTimeZone",
        var code when code.StartsWith("user.password", StringComparison.Ordinal) => PasswordKey,
        _ => EmailKey,
    };

    /// <summary>Keeps address and password out of logs.</summary>
    public override string ToString() => "bootstrap";
}

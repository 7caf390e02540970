using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Infrastructure.Audit;
using AmazonIn.Infrastructure.Backups;
using AmazonIn.Infrastructure.Documents;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence;
using AmazonIn.Infrastructure.Persistence.Bulk;
using AmazonIn.Infrastructure.Persistence.Queries;
using AmazonIn.Infrastructure.Persistence.SqlServer;
using AmazonIn.Infrastructure.Persistence.Sqlite;
using AmazonIn.Infrastructure.Persistence.Stores;
using AmazonIn.Infrastructure.SpApi;
using AmazonIn.Infrastructure.SpApi.Quotas;
using AmazonIn.Infrastructure.Vault;
using AmazonIn.Infrastructure.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmazonIn.Infrastructure;

/// <summary>Registers what the ports are implemented by.</summary>
public static class DependencyInjection
{
    /// <summary>
    /// Databases, stores, vault, accounts and the marketplace client. A wrong or missing configuration value stops the
    /// start. Call <see cref="PrepareDatabaseAsync"/> before the first use.
    /// </summary>
    public static IHostApplicationBuilder AddAmazonInInfrastructure(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabases();
        services.AddStores();
        services.AddQueries();
        services.AddDocuments();
        services.AddVault();
        services.AddAccounts();
        services.AddSpApi(builder.Configuration);
        services.AddWebhooks();
        return builder;
    }

    /// <summary>
    /// Migrates both databases and makes what must exist from the first start: the data directory, the master key, the
    /// tax rates. Safe to call at every start and by several instances.
    /// </summary>
    /// <exception cref="StorageUnavailableException">Cannot be done; the message is one line for a person.</exception>
    public static Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<DatabasePreparation>().RunAsync(cancellationToken);

    private static void AddDatabases(this IServiceCollection services)
    {
        services.ConfigureOptions<DatabaseOptionsSetup>().AddOptions<DatabaseOptions>().ValidateOnStart();
        services.AddSingleton(provider => ContextFactories.Portal(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, provider));
        services.AddSingleton(provider => ContextFactories.Keys(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, provider));
        services.AddSingleton<IBulkWriter>(provider =>
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Kind == DatabaseProvider.Sqlite
                ? new SqliteBulkWriter()
                : new SqlServerBulkWriter());
        services.AddSingleton(typeof(Storage<>));
        services.AddSingleton(provider => new AuditStorage(new Storage<PortalDbContext>(ContextFactories.Audit(
            provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, provider))));
        services.AddSingleton<DatabasePreparation>();
        services.AddSingleton<DataDirectoryLock>();
        services.AddSingleton<PortalRestore>();
        services.AddSingleton<IPortalBackups, PortalBackups>();

        // For Identity and Data Protection, which ask for a context by scope.
        services.AddScoped(provider =>
            provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
    }

    private static void AddStores(this IServiceCollection services)
    {
        services.AddSingleton<IOrganisationStore, OrganisationStore>();
        services.AddSingleton<IWarehouseStore, WarehouseStore>();
        services.AddSingleton<IChannelStore, ChannelStore>();
        services.AddSingleton<IChannelRemoval, ChannelRemoval>();
        services.AddSingleton<ISyncJournal, SyncJournal>();
        services.AddSingleton<IOrderImportStore, OrderImportStore>();
        services.AddSingleton<IItemImportStore, ItemImportStore>();
        services.AddSingleton<IOrderStore, OrderStore>();
        services.AddSingleton<IListingStore, ListingStore>();
        services.AddSingleton<IStockLedger, StockLedger>();
        services.AddSingleton<IStockPushStore, StockPushStore>();
        services.AddSingleton<IWorkLeases, WorkLeases>();
        services.AddSingleton<IShipmentOutbox, ShipmentOutbox>();
        services.AddSingleton<ICarrierStore, CarrierStore>();
        services.AddSingleton<IQuotaStore, QuotaStore>();
        services.TryAddSingleton<IAuditTrail, AuditTrail>();
        services.AddSingleton<IAuditArchive, AuditArchive>();
        services.AddSingleton<IAuditAnchors, AuditAnchorFile>();
    }

    private static void AddVault(this IServiceCollection services)
    {
        services.ConfigureOptions<PrivacyOptionsSetup>().AddOptions<PrivacyOptions>().ValidateOnStart();
        services.AddSingleton<MasterKeyRing>();
        services.AddSingleton<MasterKeys>();
        services.AddSingleton<IMasterKeyRotation, MasterKeyRotation>();
        services.AddSingleton<IKeyHealth, KeyHealth>();
        services.AddSingleton<IContactVault, ContactVault>();
        services.AddSingleton<IContactRemoval, ContactRemoval>();
        services.AddDataProtection().SetApplicationName("AmazonIn").PersistKeysToDbContext<PortalDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<MasterKeys>(
            (options, masterKeys) => options.XmlEncryptor = new MasterKeyXmlEncryptor(masterKeys));
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(PortalIdentity.Configure)
            .AddRoles<IdentityRole<long>>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddTokenProvider<SecondFactorProvider>(PortalIdentity.SecondFactor)
            .AddUserManager<PortalUserManager>()
            .AddPasswordValidator<NamelessPasswords>()
            .AddPasswordValidator<UncommonPasswords>()
            .AddPasswordValidator<PasswordHistory>();
        services.Configure<IdentityPasskeyOptions>(PortalIdentity.Configure);
        services.AddSingleton<PasswordHistory>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PortalIdentity.PasswordRounds);
        services.AddSingleton<IUserAccounts, UserAccounts>();
        services.AddSingleton<ISecondFactors, SecondFactors>();
        services.AddSingleton<ISessions, Sessions>();
        services.AddSingleton<IAccessReviews, AccessReviews>();
        services.AddSingleton<IApiKeyStore, ApiKeyStore>();
        services.AddSingleton<ISetupTokens, SetupTokens>();
    }
}

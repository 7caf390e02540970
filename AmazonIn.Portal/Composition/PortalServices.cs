using AmazonIn.Domain.Ports.Stores;
using AmazonIn.Domain.UseCases.Accounts;
using AmazonIn.Domain.UseCases.Audit;
using AmazonIn.Domain.UseCases.Backups;
using AmazonIn.Domain.UseCases.Carriers;
using AmazonIn.Domain.UseCases.Channels;
using AmazonIn.Domain.UseCases.Connect;
using AmazonIn.Domain.UseCases.Contacts;
using AmazonIn.Domain.UseCases.EasyShip;
using AmazonIn.Domain.UseCases.Exports;
using AmazonIn.Domain.UseCases.Keys;
using AmazonIn.Domain.UseCases.Listings;
using AmazonIn.Domain.UseCases.Organisations;
using AmazonIn.Domain.UseCases.Outbox;
using AmazonIn.Domain.UseCases.Parcels;
using AmazonIn.Domain.UseCases.SalesOrders;
using AmazonIn.Domain.UseCases.Security;
using AmazonIn.Domain.UseCases.SetUp;
using AmazonIn.Domain.UseCases.Shipping;
using AmazonIn.Domain.UseCases.Stock;
using AmazonIn.Domain.UseCases.StockPushes;
using AmazonIn.Domain.UseCases.SyncItems;
using AmazonIn.Domain.UseCases.SyncOrders;
using AmazonIn.Domain.UseCases.SyncRuns;
using AmazonIn.Domain.UseCases.Warehouses;
using AmazonIn.Domain.UseCases.Webhooks;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Portal.Components;
using AmazonIn.Portal.Components.Account;
using AmazonIn.Portal.Endpoints;
using AmazonIn.Portal.Endpoints.Health;
using AmazonIn.Portal.Endpoints.Reference;
using AmazonIn.Portal.Endpoints.Wire;
using AmazonIn.Portal.Features.Exports;
using AmazonIn.Portal.Features.Security;
using AmazonIn.Portal.Scheduling;
using AmazonIn.Portal.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AmazonIn.Portal.Composition;

/// <summary>What the portal is made of.</summary>
internal static class PortalServices
{
    private const string EitherScheme = "CookieOrApiKey";

    public static IServiceCollection AddAccounts(this IServiceCollection services, bool secureCookies)
    {
        services.AddAuthentication(options =>
        {
            options.DefaultScheme = EitherScheme;
            options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
        })
        .AddPolicyScheme(EitherScheme, null, options => options.ForwardDefaultSelector = context =>
            ApiGroup.IsCall(context.Request.Path) && context.Request.Headers.Authorization.Count > 0
                ? ApiKeyScheme.Name
                : IdentityConstants.ApplicationScheme)
        .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null)
        .AddIdentityCookies();
        services.ConfigureApplicationCookie(options => PortalCookie.Configure(options, secureCookies));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme, options => PortalCookie.ConfigureSecondStep(options, secureCookies));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        new IdentityBuilder(typeof(PortalUser), typeof(IdentityRole<long>), services).AddSignInManager();
        services.AddScoped<IUserClaimsPrincipalFactory<PortalUser>, PortalPrincipalFactory>();
        services.AddScoped<AuthenticationStateProvider, RevalidatingSession>();
        services.AddMemoryCache();
        services.AddScoped<AccountTrail>();
        services.AddScoped<Passkeys>();
        services.AddScoped<SignIn>();
        services.AddScoped<OwnSecondFactor>();
        services.AddSingleton<OpenWindows>();
        services.AddScoped<CircuitHandler, WindowLimit>();
        services.AddScoped<ConsentState>();
        services.AddAntiforgery(options => PortalCookie.Configure(options, secureCookies));
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (HttpsPages.StrictTransport, true));
        services.AddPortalPolicies();
        services.AddPortalRateLimits();
        return services;
    }

    public static IServiceCollection AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<CircuitOptions>(options =>
            options.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromMinutes(5));
        services.AddScoped<ConnectionWatch>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<ConnectionWatch>());
        services.AddTransient<TableFile>();
        services.AddTransient<ExportFile>();
        services.AddPortalComponents();
        return services;
    }

    public static IServiceCollection AddRestApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<ApiExceptionHandler>();
        services.AddPortalOpenApi();
        services.AddPortalHealth();
        return services;
    }

    public static IServiceCollection AddTelemetry(this IServiceCollection services, Uri? endpoint)
    {
        if (endpoint is not null)
        {
            services.AddOpenTelemetry()
                .WithTracing(tracing => tracing
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddOtlpExporter(otlp => otlp.Endpoint = endpoint))
                .WithMetrics(metrics => metrics
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddOtlpExporter(otlp => otlp.Endpoint = endpoint));
        }

        return services;
    }

    /// <summary>All use cases, with the settings they go by. Whoever asks for one gets one of their own.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(settings.Sync);
        services.AddSingleton(settings.Privacy);
        services.AddSingleton(settings.Security);
        services.AddSingleton(settings.Audit);
        services.AddSingleton(settings.Webhooks);
        services.AddTransient<ContactRelease>();
        services.AddTransient<AllowReveal>();
        services.AddTransient<DeleteExpiredContacts>();
        services.AddTransient<AnchorAuditTrail>();
        services.AddTransient<VerifyAuditTrail>();
        services.AddTransient<ExportAuditTrail>();
        services.AddTransient<CutAuditTrail>();
        services.AddTransient<ExportRows>();
        services.AddTransient<PrintSlips>();
        services.AddTransient<PrintLabels>();
        services.AddTransient<RotateMasterKey>();
        services.AddTransient<ForgetOldMasterKeys>();
        services.AddTransient<BackUpPortal>();
        services.AddTransient<RestorePortal>();
        services.AddTransient<FoundPortal>();
        services.AddTransient<CompleteSetUp>();
        services.AddTransient<BootstrapPortal>();
        services.AddTransient<CreateUser>();
        services.AddTransient<ApproveUser>();
        services.AddTransient<ChangeUserRole>();
        services.AddTransient<SetUserDisabled>();
        services.AddTransient<ResetUserPassword>();
        services.AddTransient<ResetSecondFactor>();
        services.AddTransient<NoteUnusualSignIns>();
        services.AddTransient<AccessRegister>();
        services.AddTransient<SignAccessReview>();
        services.AddTransient<ExportAccess>();
        services.AddTransient<RecordTraining>();
        services.AddTransient<RecordClientSecret>();
        services.AddTransient<SaveIncidentContact>();
        services.AddTransient<SecurityNeeds>();
        services.AddTransient<CreateApiKey>();
        services.AddTransient<RevokeApiKey>();
        services.AddTransient<SaveOrganisation>();
        services.AddTransient<AddWarehouse>();
        services.AddTransient<RenameWarehouse>();
        services.AddTransient<MakeWarehousePrimary>();
        services.AddTransient<AdjustStock>();
        services.AddTransient<TransferStock>();
        services.AddTransient<ImportAdjustments>();
        services.AddTransient<ConnectChannel>();
        services.AddTransient<BeginConsent>();
        services.AddTransient<CompleteConsent>();
        services.AddShipping();
        services.AddWebhooks();
        services.AddTransient<RenameChannel>();
        services.AddTransient<MapWarehouse>();
        services.AddTransient<DisableChannel>();
        services.AddTransient<EnableChannel>();
        services.AddTransient<DisconnectChannel>();
        services.AddTransient<FinishDisconnecting>();
        services.AddTransient<EditOrder>();
        services.AddTransient<CreateOrder>();
        services.AddTransient<CloneOrder>();
        services.AddTransient<AddComment>();
        services.AddTransient<LinkListing>();
        services.AddTransient<UnlinkListing>();
        services.AddTransient<RelinkBySku>();
        services.AddTransient<IgnoreListing>();
        services.AddTransient<RequestSync>();
        services.AddTransient<RequestDueRuns>();
        services.AddTransient<ResyncRun>();
        services.AddTransient<CancelRun>();
        services.AddTransient<SaveOrderPreference>();
        services.AddTransient<PurgeHistory>();
        services.AddTransient<ItemPageImporter>();
        services.AddTransient<OrderPageImporter>();
        services.AddTransient<IModuleSync, SyncItems>();
        services.AddTransient<IModuleSync, SyncOrders>();
        services.AddSingleton<SyncDispatcher>();
        services.AddSingleton<ISyncFaults, SyncFaultLog>();
        services.AddSingleton<IChannelLifeLog, ChannelLifeLog>();
        services.AddTransient<PurgeStockAnswers>();
        services.AddTransient<SetStockSync>();
        services.AddTransient<PushAgain>();
        services.AddTransient<SetStockLimits>();
        services.AddSingleton(Random.Shared);
        services.AddSingleton<PushRecords>();
        services.AddSingleton<StockPatches>();
        services.AddSingleton<StockFeeds>();
        services.AddSingleton<StockReadBacks>();
        services.AddSingleton<IOutboxSender, SendStock>();
        services.AddSingleton<IOutboxFaults, OutboxFaultLog>();
        services.AddSingleton<OutboxRunner>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<IOutboxSignal>(provider => provider.GetRequiredService<OutboxSignal>());
        services.AddSingleton<RunProgressFeed>();
        services.AddSingleton<ISyncProgress>(provider => provider.GetRequiredService<RunProgressFeed>());
        return services;
    }

    private static void AddWebhooks(this IServiceCollection services)
    {
        services.AddTransient<CreateWebhook>();
        services.AddTransient<ChangeWebhook>();
        services.AddTransient<SetWebhookEnabled>();
        services.AddTransient<RotateWebhookSecret>();
        services.AddTransient<RemoveWebhook>();
        services.AddTransient<SendTestEvent>();
        services.AddTransient<SendDeliveryAgain>();
        services.AddTransient<PurgeWebhookLog>();
        services.AddSingleton<IOutboxTargets, DeliverWebhooks>();
    }

    private static void AddShipping(this IServiceCollection services)
    {
        services.AddTransient<ShipmentTerms>();
        services.AddTransient<PackOrder>();
        services.AddTransient<UnpackPackage>();
        services.AddTransient<CreateShipment>();
        services.AddTransient<CorrectShipment>();
        services.AddTransient<RetryConfirmation>();
        services.AddTransient<DecideCancelRequest>();
        services.AddTransient<PreviewOrderStep>();
        services.AddTransient<VoidOrder>();
        services.AddTransient<UnfulfilOrder>();
        services.AddTransient<FulfilOrder>();
        services.AddTransient<HandOverPackage>();
        services.AddTransient<EasyShipCarrier>();
        services.AddTransient<EasyShipParcels>();
        services.AddTransient<ListPickupSlots>();
        services.AddTransient<SchedulePickup>();
        services.AddTransient<ReschedulePickup>();
        services.AddTransient<CheckPickup>();
        services.AddTransient<FollowPickups>();
        services.AddSingleton<IPickupFaults, PickupFaultLog>();
        services.AddTransient<PrintPickupDocument>();
        services.AddTransient<SaveCarrier>();
        services.AddTransient<RemoveCarrier>();
        services.AddTransient<IOutboxSender, SendShipments>();
    }
}

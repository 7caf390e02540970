using AmazonIn.Domain.Audit;
using AmazonIn.Domain.Catalog;
using AmazonIn.Domain.Channels;
using AmazonIn.Domain.Customers;
using AmazonIn.Domain.Orders;
using AmazonIn.Domain.Organisations;
using AmazonIn.Domain.Privacy;
using AmazonIn.Domain.Shipping;
using AmazonIn.Domain.Stock;
using AmazonIn.Domain.Sync;
using AmazonIn.Domain.Tax;
using AmazonIn.Domain.Webhooks;
using AmazonIn.Infrastructure.Identity;
using AmazonIn.Infrastructure.Persistence.Configurations;
using AmazonIn.Infrastructure.Persistence.Conventions;
using AmazonIn.Infrastructure.Persistence.Rows;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace AmazonIn.Infrastructure.Persistence;

/// <summary>
/// The main database: one model, two providers. Personal data of buyers is in it as ciphertext only; what opens it is
/// in <see cref="KeyDbContext"/>.
/// </summary>
internal abstract class PortalDbContext(DbContextOptions options)
    : IdentityDbContext<PortalUser, IdentityRole<long>, long>(options), IDataProtectionKeyContext
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<TaxRate> TaxRates => Set<TaxRate>();

    public DbSet<SalesChannel> Channels => Set<SalesChannel>();

    public DbSet<ChannelCredential> ChannelCredentials => Set<ChannelCredential>();

    public DbSet<Item> Items => Set<Item>();

    public DbSet<ItemGroup> ItemGroups => Set<ItemGroup>();

    public DbSet<Listing> Listings => Set<Listing>();

    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    public DbSet<StockMovement> StockMovements => Set<StockMovement>();

    public DbSet<StockBalance> StockBalances => Set<StockBalance>();

    public DbSet<StockClaim> StockClaims => Set<StockClaim>();

    public DbSet<StockPush> StockPushes => Set<StockPush>();

    public DbSet<StockPushAnswer> StockPushAnswers => Set<StockPushAnswer>();

    public DbSet<Package> Packages => Set<Package>();

    public DbSet<PackageLine> PackageLines => Set<PackageLine>();

    public DbSet<Shipment> Shipments => Set<Shipment>();

    public DbSet<Pickup> Pickups => Set<Pickup>();

    public DbSet<Carrier> Carriers => Set<Carrier>();

    public DbSet<WorkLease> WorkLeases => Set<WorkLease>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<SalesOrder> SalesOrders => Set<SalesOrder>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<OrderComment> OrderComments => Set<OrderComment>();

    public DbSet<SealedContactRow> SealedContacts => Set<SealedContactRow>();

    public DbSet<DeletionCertificate> DeletionCertificates => Set<DeletionCertificate>();

    public DbSet<SyncRun> SyncRuns => Set<SyncRun>();

    public DbSet<SyncEntry> SyncEntries => Set<SyncEntry>();

    public DbSet<SyncCursor> SyncCursors => Set<SyncCursor>();

    public DbSet<SyncRetry> SyncRetries => Set<SyncRetry>();

    public DbSet<QuotaBucket> QuotaBuckets => Set<QuotaBucket>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<SetupToken> SetupTokens => Set<SetupToken>();

    public DbSet<SecondFactor> SecondFactors => Set<SecondFactor>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<OldPassword> OldPasswords => Set<OldPassword>();

    public DbSet<SignedReview> AccessReviews => Set<SignedReview>();

    public DbSet<PortalSession> Sessions => Set<PortalSession>();

    public DbSet<AuditRecord> AuditRecords => Set<AuditRecord>();

    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();

    public DbSet<WebhookKey> WebhookKeys => Set<WebhookKey>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        ModelConventions.Apply(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(
            typeof(PortalDbContext).Assembly,
            type => type != typeof(DataKeyConfiguration) && type != typeof(MasterKeyVersionConfiguration));
    }
}

using AmazonIn.Domain.Shipping;
using AmazonIn.Infrastructure.Persistence.Interceptors;

namespace AmazonIn.Infrastructure.Persistence.Stores;

/// <summary>How a package is saved without its order.</summary>
internal static class PackageSaving
{
    /// <summary>
    /// Saves what hangs on the package. The package's version is what tells a person's change and ours apart, and only
    /// changes of its own row count it up.
    /// </summary>
    public static Task<int> SavePackageAsync(
        this PortalDbContext db, Package package, CancellationToken cancellationToken)
    {
        db.Entry(package).Property(VersionInterceptor.Property).IsModified = true;
        return db.SaveChangesAsync(cancellationToken);
    }
}
